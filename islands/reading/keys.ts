import { toggle } from "./kept";
import { store, stored } from "./storage";

/** Turned off for good by who dictates or hits keys by accident (WCAG 2.1.4). */
let isOn = stored("keys") !== "off";

function turn(on: boolean) {
  isOn = on;
  store("keys", on ? "on" : "off");
}

const shown = (element: Element) => element.checkVisibility?.({ visibilityProperty: true }) ?? true;

/** Headlines in the order of the page: links to articles themselves. */
const headlines = () =>
  [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="/articles/"]')].filter(
    (link) => !/^\/articles\/[^/]+\//.test(link.pathname) && shown(link),
  );

function move(step: 1 | -1) {
  const all = headlines();
  const here = all.indexOf(document.activeElement as HTMLAnchorElement);
  // Nowhere yet: the first that is in sight, or below.
  const start = all.findIndex((link) => link.getBoundingClientRect().bottom > 0);
  const next = all[here >= 0 ? here + step : step > 0 ? start : start - 1];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center" });
}

function focused(): HTMLAnchorElement | undefined {
  return headlines().find((link) => link === document.activeElement);
}

function save() {
  const link = focused();
  const title = link ? link.textContent : document.querySelector(".story h1")?.textContent;
  if (title) toggle("later", { path: link ? link.pathname : location.pathname, title });
}

/** The keys, and the switch that turns them on and off; drawn by the server. */
const dialog = document.querySelector<HTMLDialogElement>(".keys-dialog")!;
const box = dialog.querySelector("input")!;
box.addEventListener("change", () => turn(box.checked));
dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());

function help() {
  box.checked = isOn;
  dialog.showModal();
}

const KEYS: Record<string, () => unknown> = {
  ...{ j: () => move(1), k: () => move(-1), o: () => focused()?.click(), s: save, "?": help },
};

addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
  const act = KEYS[key.length === 1 ? key.toLowerCase() : ""];
  if (!act || ctrlKey || metaKey || altKey || isComposing || event.defaultPrevented || !isOn) return;
  if ((target as Element).closest?.("input, textarea, select, dialog, [contenteditable]")) return;
  if (document.querySelector("dialog[open]")) return;
  event.preventDefault();
  act();
});

/** The way to the keys that needs no key. */
class KeysHelp extends HTMLElement {
  connectedCallback() {
    this.querySelector("button")?.addEventListener("click", help);
  }
}

customElements.define("keys-help", KeysHelp);
