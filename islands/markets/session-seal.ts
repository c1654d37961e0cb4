import { partAt, type Session } from "@/lib/markets/parts";

const MINUTE_MS = 60_000;
const BEIJING_MS = 8 * 60 * MINUTE_MS;

/** The exchanges' session by this clock: the page may have been drawn long ago. Beyond the days it was told of, nothing. */
class SessionSeal extends HTMLElement {
  connectedCallback() {
    const { closed, until } = this.dataset as { closed: string; until: string };
    const seal = this.querySelector("b")!;
    const note = this.querySelector("small")!;
    const show = () => {
      const now = new Date(Date.now() + BEIJING_MS);
      const iso = now.toISOString();
      const day = iso.slice(2, 10);
      const isClosed = now.getUTCDay() % 6 === 0 || closed.includes(day);
      const [, session, next]: [string, Session, string] = isClosed ? ["", "休市", ""] : partAt(iso.slice(11));
      this.hidden = day > until;
      seal.textContent = session;
      seal.classList.toggle("seal-off", session !== "盘中");
      note.textContent = next;
    };
    const tick = () => {
      show();
      setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
    };
    tick();
    // Timers rest with the page.
    document.addEventListener("visibilitychange", show);
  }
}

customElements.define("session-seal", SessionSeal);
