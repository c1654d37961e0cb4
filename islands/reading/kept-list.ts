import { kept, type ListName, toggle } from "./kept";

/** A list of this browser, or the part of it whose addresses begin alike. Its rows are copies of the one in its template. */
class KeptList extends HTMLElement {
  connectedCallback() {
    const { list, of = "" } = this.dataset as { list: ListName; of?: string };
    const row = this.querySelector("template")!.content.firstElementChild!;
    const [none, rows] = [this.querySelector("p")!, this.querySelector("ol")!];
    const draw = () => {
      const pages = kept(list).filter(({ path }) => path.startsWith(of));
      none.hidden = pages.length > 0;
      rows.replaceChildren(
        ...pages.map((page) => {
          const made = row.cloneNode(true) as Element;
          const link = made.querySelector("a")!;
          const button = made.querySelector("button")!;
          link.href = page.path;
          link.prepend(page.title);
          made.querySelector("small")?.append(page.path.slice(of.length));
          button.ariaLabel += page.title;
          button.addEventListener("click", () => {
            toggle(list, page);
            // The row is gone, and the focus with it.
            (rows.querySelector("button") ?? document.querySelector<HTMLElement>("main h1"))?.focus();
          });
          return made;
        }),
      );
    };
    draw();
    document.addEventListener("kept", draw);
  }
}

customElements.define("kept-list", KeptList);
