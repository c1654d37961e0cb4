import { saved, toggle } from "./later";

/** The list of `/later`. */
class LaterList extends HTMLElement {
  connectedCallback() {
    this.#draw();
    document.addEventListener("later-changed", () => this.#draw());
    addEventListener("storage", () => this.#draw());
  }

  #draw() {
    const list = saved();
    const none = this.querySelector("p")!;
    const rows = this.querySelector("ol")!;
    none.hidden = list.length > 0;
    rows.replaceChildren(
      ...list.map(({ path, title }) => {
        const [row, link, button] = (["li", "a", "button"] as const).map((name) => document.createElement(name)) as [
          HTMLLIElement,
          HTMLAnchorElement,
          HTMLButtonElement,
        ];
        Object.assign(link, { href: path, textContent: title });
        Object.assign(button, { type: "button", textContent: "移出", ariaLabel: `移出：${title}` });
        button.addEventListener("click", () => {
          toggle({ path, title });
          // The row is gone, and the focus with it.
          (rows.querySelector("button") ?? document.querySelector<HTMLElement>("main h1"))?.focus();
        });
        row.append(link, button);
        return row;
      }),
    );
  }
}

customElements.define("later-list", LaterList);
