import { type Kept, kept, toggle } from "../reading/kept";

/** Follows a security or an outlet, and says whether it is followed. */
class FollowButton extends HTMLElement {
  connectedCallback() {
    const page = { ...this.dataset } as Kept;
    const button = this.querySelector("button")!;
    const show = () => {
      const isFollowed = kept("my").some(({ path }) => path === page.path);
      const words = isFollowed ? "已关注" : "关注";
      Object.assign(button, { ariaPressed: isFollowed, textContent: words, ariaLabel: `${words}：${page.title}` });
    };
    show();
    button.addEventListener("click", () => toggle("my", page));
    document.addEventListener("kept", show);
  }
}

customElements.define("follow-button", FollowButton);

/** What makes sense only for who follows something is shown by the style sheet. */
const mark = () => document.documentElement.toggleAttribute("data-follows", kept("my").length > 0);
mark();
document.addEventListener("kept", mark);
