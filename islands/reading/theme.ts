import { say } from "./say";
import { store, stored } from "./storage";

const root = document.documentElement;
const WORDS = { auto: "跟随系统", light: "浅色", dark: "深色" };
type Theme = keyof typeof WORDS;
const ORDER = Object.keys(WORDS) as Theme[];

const chosen = (): Theme => (root.dataset.theme as Theme | undefined) ?? "auto";

/** The browser's own bars take the page's colour: day and night stand in two `<meta>`, one of which holds. */
const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
const colours = metas.map(({ content }) => content);

function show(theme: Theme) {
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  for (const [place, meta] of metas.entries())
    meta.content = colours[theme === "auto" ? place : theme === "light" ? 0 : 1] ?? "";
  for (const button of document.querySelectorAll<HTMLElement>("theme-switch button"))
    button.title = button.ariaLabel = `外观：${WORDS[theme]}`;
}

/** Light, dark, or as the system: one button goes round. Drawn by the server, shown once it works. */
class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    show(chosen());
    this.querySelector("button")?.addEventListener("click", () => {
      const theme = ORDER[(ORDER.indexOf(chosen()) + 1) % ORDER.length]!;
      store("theme", theme === "auto" ? "" : theme);
      show(theme);
      say(`外观：${WORDS[theme]}`);
    });
  }
}

customElements.define("theme-switch", ThemeSwitch);

// The other windows follow, and a page that comes back from the browser's memory.
addEventListener("storage", ({ key, newValue }) => {
  if (key === "theme") show((newValue || "auto") as Theme);
  if (key === "text") root.dataset.text = newValue ?? "";
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) show((stored("theme") || "auto") as Theme);
});
