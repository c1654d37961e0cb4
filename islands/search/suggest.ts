/** What is typed into the box, and what it could mean: a combobox (WAI-ARIA APG) over a form that works without it. */
type Found = {
  securities: { symbol: string; name: string; by: string | null; href: string }[];
  outlets: { slug: string; name: string; href: string }[];
};

const PAUSE_MS = 90;
const MOST_KEPT = 50;
let made = 0;

const element = <Name extends keyof HTMLElementTagNameMap>(name: Name, text = "", className = "") => {
  const one = document.createElement(name);
  if (text) one.textContent = text;
  if (className) one.className = className;
  return one;
};

class SearchSuggest extends HTMLElement {
  #known = new Map<string, Found>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;
  #chosen = -1;
  #input!: HTMLInputElement;
  #list!: HTMLDivElement;

  connectedCallback() {
    const input = this.querySelector<HTMLInputElement>("input[type=search]");
    if (!input || this.#input) return;
    this.#input = input;
    this.#list = element("div", "", "suggest");
    const id = `suggest-${++made}`;
    Object.assign(this.#list, { id, hidden: true, role: "listbox", ariaLabel: "建议" });
    input.form?.append(this.#list);
    Object.assign(input, {
      role: "combobox",
      ariaExpanded: "false",
      ariaAutoComplete: "list",
      ariaHasPopup: "listbox",
    });
    input.setAttribute("aria-controls", id);
    input.addEventListener("input", () => this.#wait());
    input.addEventListener("focus", () => input.value.trim() && this.#wait());
    input.addEventListener("keydown", (event) => this.#key(event));
    // What is pressed in the list must not take the focus away first.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.addEventListener("focusout", () => this.#close());
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE_MS);
  }

  async #ask() {
    const text = this.#input.value.trim();
    if (text === "" || text.length > 40) return this.#close();
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const known = this.#known.get(text) ?? (await this.#fetch(text, asking.signal));
      if (asking === this.#asking && document.activeElement === this.#input) this.#show(known);
    } catch {
      // Without an answer the form still searches.
      if (asking === this.#asking) this.#close();
    }
  }

  async #fetch(text: string, signal: AbortSignal): Promise<Found> {
    const response = await fetch(`/api/search/suggest?q=${encodeURIComponent(text)}`, { signal });
    if (!response.ok) throw response;
    const found = (await response.json()) as Found;
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    this.#known.set(text, found);
    return found;
  }

  #show({ securities, outlets }: Found) {
    const groups = [
      { label: "证券", rows: securities.map((one) => this.#option(one.href, one.name, one.symbol, one.by)) },
      { label: "媒体", rows: outlets.map((one) => this.#option(one.href, one.name, "", null)) },
    ].filter(({ rows }) => rows.length > 0);
    this.#list.replaceChildren(
      ...groups.map(({ label, rows }) => {
        const group = element("div");
        Object.assign(group, { role: "group", ariaLabel: label });
        const heading = element("p", label);
        heading.setAttribute("role", "presentation");
        group.append(heading, ...rows);
        return group;
      }),
    );
    this.#choose(-1);
    this.#list.hidden = groups.length === 0;
    this.#input.ariaExpanded = String(groups.length > 0);
  }

  #option(href: string, name: string, code: string, by: string | null) {
    const link = element("a");
    Object.assign(link, { href, role: "option", ariaSelected: "false", tabIndex: -1 });
    link.append(element("b", name));
    if (code) link.append(element("span", code, "num"));
    if (by) link.append(element("small", by));
    return link;
  }

  get #options() {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>("[role=option]")];
  }

  #choose(at: number) {
    const options = this.#options;
    this.#chosen = options.length === 0 ? -1 : ((at + 1 + options.length + 1) % (options.length + 1)) - 1;
    for (const [place, option] of options.entries()) {
      option.id = `${this.#list.id}-${place}`;
      option.ariaSelected = String(place === this.#chosen);
    }
    const chosen = options[this.#chosen];
    if (chosen) this.#input.setAttribute("aria-activedescendant", chosen.id);
    else this.#input.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  }

  #key(event: KeyboardEvent) {
    // These keys are the input method's while it composes.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape" && !this.#list.hidden) {
      event.preventDefault();
      this.#close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !this.#list.hidden) {
      event.preventDefault();
      this.#choose(this.#chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && this.#chosen >= 0) {
      event.preventDefault();
      this.#options[this.#chosen]?.click();
    }
  }

  #close() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = undefined;
    this.#list.hidden = true;
    this.#input.ariaExpanded = "false";
    this.#choose(-1);
  }
}

customElements.define("search-suggest", SearchSuggest);
