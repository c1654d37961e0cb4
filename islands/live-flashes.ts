import type { LiveFlash, ShownFlash } from "@/lib/live/flash";

/** What the server says: everything up to an event, or that the page is too old to be brought up to date. */
type News = { newest: number; reset: boolean; flashes: LiveFlash[] };

const STREAM = "/api/live";
const POLL = "/api/live/news";
const TICK_MS = 15_000;
/** The server says something every 20 seconds. */
const SILENCE_MS = 45_000;
/** More than these are not put into a page that somebody reads: it is loaded anew. */
const MOST_WAITING = 200;
const SOUND_KEY = "live-sound";

/** Newer is greater. */
const key = ({ at, id }: { at?: string; id?: string }) => `${at}${id}`;
const anchors = CSS.supports("overflow-anchor", "auto");

/**
 * Keeps a list of flashes up to date. New ones wait behind a button, so that nothing moves; what changes or goes does so
 * in its place.
 */
class LiveFlashes extends HTMLElement {
  #newest = 0;
  #waiting = new Map<string, ShownFlash>();
  #isStale = false;
  #source: EventSource | undefined;
  #heardAt = 0;
  #ticks = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #template!: DocumentFragment;
  #fresh!: HTMLElement;
  #title = document.title;
  #audio: AudioContext | undefined;
  #rangAt = 0;

  connectedCallback() {
    const template = this.querySelector("template");
    if (!template || this.#template) return;
    this.#template = template.content;
    this.#fresh = this.#template.querySelector<HTMLElement>(".fresh")!;
    this.#fresh.querySelector("button")!.addEventListener("click", () => this.#show());
    this.#newest = Number(this.dataset.mark);
    this.#offerSound();
    document.addEventListener("visibilitychange", () => this.#wake());
    addEventListener("online", () => this.#wake());
    addEventListener("offline", () => this.#say());
    addEventListener("pagehide", () => this.#rest());
    addEventListener("pageshow", (event) => event.persisted && this.#wake());
    this.#wake();
  }

  /** Listens, unless it does; every so often looks whether it still hears. */
  #wake() {
    if (document.hidden) return;
    this.#ticks = 0;
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS);
    if (!this.#source || this.#isSilent) this.#listen();
    this.#say();
  }

  #rest() {
    this.#source?.close();
    this.#source = undefined;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  get #isSilent() {
    return Date.now() - this.#heardAt > SILENCE_MS;
  }

  #tick() {
    this.#ticks++;
    if (document.hidden && !this.#hasSound) {
      // A page in the background holds no connection, which other pages may need, and asks once a minute.
      this.#source?.close();
      this.#source = undefined;
      if (this.#ticks % 4 === 0) void this.#ask();
    } else if (this.#isSilent || this.#source?.readyState === EventSource.CLOSED) {
      void this.#ask();
      if (this.#ticks % 2 === 0) this.#listen();
    }
    this.#say();
  }

  #listen() {
    this.#source?.close();
    const source = new EventSource(`${STREAM}?after=${this.#newest}`);
    this.#source = source;
    const hear = (event: MessageEvent<string>, reset = false) =>
      this.#take({
        newest: Number(event.lastEventId),
        reset,
        flashes: event.data ? [JSON.parse(event.data) as LiveFlash] : [],
      });
    source.onopen = () => this.#heard();
    source.onmessage = hear;
    source.addEventListener("beat", hear);
    source.addEventListener("reset", (event) => hear(event, true));
    source.onerror = () => {
      // Refused; a connection that broke is made anew by the browser.
      if (source === this.#source && source.readyState === EventSource.CLOSED) void this.#ask();
    };
  }

  async #ask() {
    try {
      const signal = AbortSignal.timeout(TICK_MS);
      const response = await fetch(`${POLL}?after=${this.#newest}`, { cache: "no-cache", signal });
      if (response.ok) this.#take((await response.json()) as News);
    } catch {
      this.#say();
    }
  }

  #heard() {
    this.#heardAt = Date.now();
    this.#say();
  }

  #take({ newest, reset, flashes }: News) {
    this.#heard();
    if (reset) this.#isStale = true;
    if (newest <= this.#newest && !reset) return;
    this.#newest = newest;
    for (const flash of flashes) this.#place(flash);
    if (this.#waiting.size > MOST_WAITING) this.#isStale = true;
    if (this.#isStale) this.#waiting.clear();
    this.#say();
  }

  get #rows() {
    return [...this.querySelectorAll<HTMLElement>(".flash")];
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
    if (flash.level > 1) this.#ring();
  }

  /** Changes a row, and leaves what is read where it is. */
  #replace(row: HTMLElement, flash: LiveFlash) {
    const made = this.#make(flash);
    if (row.classList.contains("extra")) made.classList.add("extra");
    if (row.innerHTML === made.innerHTML) return;
    made.classList.add("arrived");
    const links = [...row.querySelectorAll("a")];
    const focused = links.indexOf(document.activeElement as HTMLAnchorElement);
    const read = this.#rows.find((one) => one !== row && one.getBoundingClientRect().bottom > 0);
    const before = read?.getBoundingClientRect().top ?? 0;
    row.replaceWith(made);
    if (focused >= 0) (made.querySelectorAll("a")[focused] ?? made.querySelector("a"))?.focus({ preventScroll: true });
    // Other browsers keep the place by themselves.
    if (!anchors && read) scrollBy(0, read.getBoundingClientRect().top - before);
  }

  #make(flash: LiveFlash): HTMLElement {
    const isGone = "label" in flash;
    const of = isGone ? ".flash-gone" : `.flash-${flash.level}`;
    const row = this.#template.querySelector(of)!.cloneNode(true) as HTMLElement;
    const find = <Kind extends HTMLElement = HTMLElement>(selector: string) => row.querySelector<Kind>(selector)!;
    Object.assign(row.dataset, { id: flash.id, at: flash.at });
    const time = find<HTMLTimeElement>("time");
    time.dateTime = flash.at;
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString();
    const isOther = this.dataset.column && !today.startsWith(flash.at.slice(0, 10));
    time.textContent = isOther ? flash.at.slice(5, 10) : flash.at.slice(11, 16);
    const link = find<HTMLAnchorElement>("a");
    link.href = flash.href;
    const text = find(".flash-text > span");
    if (isGone) {
      find(".lv").textContent = flash.label;
      text.textContent = flash.words;
      return row;
    }
    find("a b").textContent = flash.title;
    const said = this.dataset.column ? flash.brief : flash.text;
    text.textContent = ` ${said}`;
    if (!said) text.remove();
    const meta = find(".flash-meta");
    const chip = find<HTMLAnchorElement>(".chip");
    chip.remove();
    const outlet = meta.querySelector("a");
    if (outlet) Object.assign(outlet, { href: flash.outlet.href, textContent: flash.outlet.name });
    for (const { name, symbol, href } of flash.stocks) {
      const one = chip.cloneNode(true) as HTMLAnchorElement;
      const code = one.querySelector("span")!;
      code.textContent = symbol;
      one.href = href;
      one.replaceChildren(`${name} `, code);
      meta.append(one);
    }
    if (!meta.firstElementChild) meta.remove();
    return row;
  }

  /** Puts what waits into the list, because the reader asked for it. */
  #show() {
    if (this.#isStale) return location.reload();
    const flashes = [...this.#waiting.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    this.#waiting.clear();
    const rows = this.#rows;
    const onDesktop = rows.filter(({ classList }) => !classList.contains("extra")).length;
    let top: HTMLElement | undefined;
    for (const flash of flashes) top = this.#insert(flash);
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
    row.classList.add("arrived");
    const list = this.dataset.column ? this.querySelector("ol")! : this.#listOf(flash);
    const next = [...list.children].find((one) => key((one as HTMLElement).dataset) < key(flash));
    list.insertBefore(row, next ?? null);
    // It is not empty any more.
    this.parentElement?.querySelector(":scope > .stand, :scope > live-flashes > .brief")?.remove();
    return row;
  }

  /** The list of a flash's day; made where there is none. */
  #listOf({ at, day, weekday }: ShownFlash): Element {
    const id = `d-${at.slice(0, 10)}`;
    const known = document.getElementById(id)?.nextElementSibling;
    if (known) return known;
    const heading = this.#template.querySelector(".day")!.cloneNode(true) as HTMLElement;
    heading.id = id;
    const time = heading.querySelector("time")!;
    time.dateTime = at.slice(0, 10);
    time.textContent = day;
    heading.querySelector("span")!.textContent = weekday;
    const list = document.createElement("ol");
    list.className = "flashes flashes-wide";
    const older = [...this.querySelectorAll(".day")].find((one) => one.id < id) ?? this.querySelector("template");
    older?.before(heading, list);
    return list;
  }

  /** What waits, or that nothing is heard: on the button, in the title, and to who listens to the page. */
  #say() {
    const count = this.#waiting.size;
    const isLost = !navigator.onLine || (this.#heardAt > 0 && this.#isSilent && !document.hidden);
    const words = this.#isStale ? "点此更新快讯" : count > 0 ? `${count} 条新快讯` : isLost ? "正在重新连接" : "";
    const button = this.#fresh.querySelector("button")!;
    button.disabled = count === 0 && !this.#isStale;
    button.querySelector("span")!.textContent = words;
    const said = this.querySelector("[role=status]")!;
    const shown = this.#fresh.isConnected;
    if (words === "") this.#fresh.remove();
    else if (!shown) this.prepend(this.#fresh);
    // Said when there is something, and not with each further flash.
    if (!shown || button.disabled) said.textContent = words;
    const mark = this.#isStale ? "(新) " : count > 0 ? `(${count}) ` : "";
    document.title = mark + this.#title;
  }

  get #hasSound() {
    return document.querySelector(".live-tools > .sound")?.ariaPressed === "true";
  }

  #offerSound() {
    const button = this.#template.querySelector<HTMLButtonElement>(".sound");
    if (!button) return;
    const turn = (on: boolean) => {
      button.ariaPressed = String(on);
      button.textContent = `提示音：${on ? "开" : "关"}`;
    };
    let kept = "";
    try {
      kept = localStorage.getItem(SOUND_KEY) ?? "";
    } catch {}
    turn(kept === "on");
    button.addEventListener("click", () => {
      turn(button.ariaPressed !== "true");
      try {
        localStorage.setItem(SOUND_KEY, button.ariaPressed === "true" ? "on" : "off");
      } catch {}
      this.#ring();
    });
    document.querySelector(".live-tools")?.append(button);
  }

  /** Two short tones, for what is important; many at a time are one. */
  #ring() {
    if (!this.#hasSound || Date.now() - this.#rangAt < 2000) return;
    this.#rangAt = Date.now();
    this.#audio ??= new AudioContext();
    const audio = this.#audio;
    void audio.resume();
    for (const [tone, pitch] of [660, 880].entries()) {
      const from = audio.currentTime + tone * 0.12;
      const wave = audio.createOscillator();
      const loudness = audio.createGain();
      wave.frequency.value = pitch;
      loudness.gain.setValueAtTime(0.08, from);
      loudness.gain.exponentialRampToValueAtTime(0.001, from + 0.18);
      wave.connect(loudness).connect(audio.destination);
      wave.start(from);
      wave.stop(from + 0.2);
    }
  }
}

customElements.define("live-flashes", LiveFlashes);
