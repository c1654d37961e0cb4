import { hasRoom, keep, kept } from "../reading/kept";
import { say } from "../reading/say";

/** `/my`; what only this page needs is fetched by it. */
class MyPage extends HTMLElement {
  async connectedCallback() {
    const { openMyPage } = await import("../lazy/my");
    openMyPage(this, { hasRoom, keep, kept, say });
  }
}

customElements.define("my-page", MyPage);
