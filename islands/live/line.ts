import type { LiveFlash } from "@/lib/live/flash";
import { hasSound } from "./sound";

/** What the server says: everything up to an event, or that the page is too old to be brought up to date. */
export type News = { newest: number; reset: boolean; flashes: LiveFlash[] };

const STREAM = "/api/live";
const TICK_MS = 15_000;
/** The server says something every 20 seconds. */
const SILENCE_MS = 45_000;

let source: EventSource | undefined;
let heardAt = 0;
let ticks = 0;
let timer: ReturnType<typeof setInterval> | undefined;

const isSilent = () => Date.now() - heardAt > SILENCE_MS;

/** Whether what the server says does not arrive. */
export const isLost = () => !navigator.onLine || (heardAt > 0 && isSilent() && !document.hidden);

function hangUp() {
  source?.close();
  source = undefined;
}

/**
 * Keeps the line to the server, or asks again and again where there is none.
 * @param newest the newest event that the page knows
 * @param changed is called when it may be known better whether the line holds
 */
export function holdLine(newest: () => number, take: (news: News) => void, changed: () => void) {
  function heard(news?: News) {
    heardAt = Date.now();
    if (news) take(news);
    changed();
  }

  async function ask() {
    try {
      const signal = AbortSignal.timeout(TICK_MS);
      const response = await fetch(`${STREAM}/news?after=${newest()}`, { cache: "no-cache", signal });
      if (response.ok) heard((await response.json()) as News);
    } catch {
      changed();
    }
  }

  function listen() {
    hangUp();
    const line = new EventSource(`${STREAM}?after=${newest()}`);
    source = line;
    const hear = ({ type, lastEventId, data }: MessageEvent<string>) =>
      heard({ newest: Number(lastEventId), reset: type === "reset", flashes: data ? [JSON.parse(data)] : [] });
    line.onopen = () => heard();
    for (const type of ["message", "beat", "reset"]) line.addEventListener(type, hear as EventListener);
    line.onerror = () => {
      // Refused; a connection that broke is made anew by the browser.
      if (line === source && line.readyState === EventSource.CLOSED) void ask();
    };
  }

  function tick() {
    ticks++;
    if (document.hidden && !hasSound()) {
      // A page in the background holds no connection, which other pages may need, and asks once a minute.
      hangUp();
      if (ticks % 4 === 0) void ask();
    } else if (isSilent() || source?.readyState === EventSource.CLOSED) {
      void ask();
      if (ticks % 2 === 0) listen();
    }
    changed();
  }

  /** Listens, unless it does; every so often looks whether it still hears. */
  function wake() {
    if (document.hidden) return;
    ticks = 0;
    timer ??= setInterval(tick, TICK_MS);
    if (!source || isSilent()) listen();
    changed();
  }

  document.addEventListener("visibilitychange", wake);
  addEventListener("online", wake);
  addEventListener("offline", changed);
  addEventListener("pagehide", () => {
    hangUp();
    clearInterval(timer);
    timer = undefined;
  });
  addEventListener("pageshow", (event) => event.persisted && wake());
  wake();
}
