import type { LiveFlash, ShownFlash } from "@/lib/live/flash";
import { holdLine, isLost, type News } from "./live/line";
import { key, listOf, makeRow } from "./live/row";
import { offerSound, ring } from "./live/sound";

/** More than these are not put into a page that somebody reads: it is loaded anew. */
const MOST_WAITING = 200;

const anchors = CSS.supports("overflow-anchor", "auto");

/**
 * Keeps a list of flashes up to date. New ones wait behind a button, so that nothing moves; what changes or goes does so
 * in its place.
 */
class LiveFlashes extends HTMLElement {
  #newest = 0;
  #waiting = new Map<string, ShownFlash>();
  #isStale = false;
  #template!: DocumentFragment;
  #fresh!: HTMLElement;
  #title = document.title;

  connectedCallback() {
    const template = this.querySelector("template");
    if (!template || this.#template) return;
    this.#template = template.content;
    this.#fresh = this.#template.querySelector<HTMLElement>(".fresh")!;
    this.#fresh.querySelector("button")!.addEventListener("click", () => this.#show());
    this.#newest = Number(this.dataset.mark);
    const say = () => this.#say();
    offerSound(this.#template.querySelector<HTMLButtonElement>(".sound"));
    // What is followed, and whether only that is wanted, may change.
    document.addEventListener("kept", say);
    holdLine(
      () => this.#newest,
      (news) => this.#take(news),
      say,
    );
  }

  #take({ newest, reset, flashes }: News) {
    if (reset) this.#isStale = true;
    if (newest <= this.#newest && !reset) return;
    this.#newest = newest;
    for (const flash of flashes) this.#place(flash);
    if (this.#waiting.size > MOST_WAITING) this.#isStale = true;
    if (this.#isStale) this.#waiting.clear();
  }

  get #rows() {
    return [...this.querySelectorAll<HTMLElement>(".flash")];
  }

  /** Whether it is to be told: islands/follows/my-switch.ts objects to what is not followed. */
  #passes({ of: detail }: ShownFlash) {
    return this.dispatchEvent(new CustomEvent("passes", { bubbles: true, cancelable: true, detail }));
  }

  #place(flash: LiveFlash) {
    const row = this.#rows.find(({ dataset }) => dataset.id === flash.id);
    const oldest = this.dataset.whole ? undefined : this.#rows.at(-1);
    this.#waiting.delete(flash.id);
    if (row) this.#replace(row, flash);
    // Beside the list it may be named as well.
    if ("label" in flash)
      for (const link of document.querySelectorAll(`main a[href="${flash.href}"]`))
        if (!this.contains(link)) link.textContent = `（${flash.label}）`;
    if (row || "label" in flash || flash.level < Number(this.dataset.least)) return;
    if (oldest && key(flash) < key(oldest.dataset)) return;
    this.#waiting.set(flash.id, flash);
    if (flash.level > 1 && this.#passes(flash)) ring();
  }

  #make(flash: LiveFlash): HTMLElement {
    const row = makeRow(this.#template, flash, Boolean(this.dataset.column));
    row.classList.add("arrived");
    return row;
  }

  /** Changes a row, and leaves what is read where it is. */
  #replace(row: HTMLElement, flash: LiveFlash) {
    const made = this.#make(flash);
    if (row.classList.contains("extra")) made.classList.add("extra");
    // One that went keeps its place among what is followed.
    made.dataset.of ??= row.dataset.of ?? "";
    if (row.innerHTML === made.innerHTML) return;
    const links = [...row.querySelectorAll("a")];
    const focused = links.indexOf(document.activeElement as HTMLAnchorElement);
    const read = this.#rows.find((one) => one !== row && one.getBoundingClientRect().bottom > 0);
    const before = read?.getBoundingClientRect().top ?? 0;
    row.replaceWith(made);
    if (focused >= 0) (made.querySelectorAll("a")[focused] ?? made.querySelector("a"))?.focus({ preventScroll: true });
    // Other browsers keep the place by themselves.
    if (!anchors && read) scrollBy(0, read.getBoundingClientRect().top - before);
  }

  /** Puts what waits into the list, because the reader asked for it. */
  #show() {
    if (this.#isStale) return location.reload();
    const flashes = [...this.#waiting.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    this.#waiting.clear();
    const rows = this.#rows;
    const onDesktop = rows.filter(({ classList }) => !classList.contains("extra")).length;
    let top: HTMLElement | undefined;
    for (const flash of flashes) {
      const row = this.#insert(flash);
      if (this.#passes(flash)) top = row;
    }
    if (this.dataset.column) {
      for (const [place, row] of this.#rows.entries()) {
        if (place >= rows.length && rows.length > 0) row.remove();
        else row.classList.toggle("extra", place >= onDesktop && rows.length > 0);
      }
    }
    this.#say();
    if (!top) return;
    top.tabIndex = -1;
    top.focus();
  }

  #insert(flash: ShownFlash): HTMLElement {
    const row = this.#make(flash);
    const { at, day, weekday } = flash;
    const list = this.dataset.column ? this.querySelector("ol")! : listOf(this, this.#template, at, day, weekday);
    const next = [...list.children].find((one) => key((one as HTMLElement).dataset) < key(flash));
    list.insertBefore(row, next ?? null);
    // It is not empty any more.
    this.parentElement?.querySelector(":scope > .stand, :scope > live-flashes > .brief")?.remove();
    return row;
  }

  /** What waits, or that nothing is heard: on the button, in the title, and to who listens to the page. */
  #say() {
    const count = [...this.#waiting.values()].filter((flash) => this.#passes(flash)).length;
    const isStale = this.#isStale;
    const words = isStale ? "点此更新快讯" : count > 0 ? `${count} 条新快讯` : isLost() ? "正在重新连接" : "";
    const button = this.#fresh.querySelector("button")!;
    button.disabled = count === 0 && !isStale;
    button.querySelector("span")!.textContent = words;
    const said = this.querySelector("[role=status]")!;
    const shown = this.#fresh.isConnected;
    if (words === "") this.#fresh.remove();
    else if (!shown) this.prepend(this.#fresh);
    // Said when there is something, and not with each further flash.
    if (!shown || button.disabled) said.textContent = words;
    document.title = (isStale ? "(新) " : count > 0 ? `(${count}) ` : "") + this.#title;
  }
}

customElements.define("live-flashes", LiveFlashes);
