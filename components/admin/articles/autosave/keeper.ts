import type { Beat } from "@/lib/writing/beat";
import type { ArticleFields } from "@/lib/writing/fields";
import type { Paste } from "@/lib/writing/validation";
import { clearJournal, writeJournal } from "./journal";
import { PasteQueue } from "./paste-queue";
import { type Fault, sendBeat, sendLastBeat } from "./send-beat";

type Mark = { seq: number; at: string };
export type KeeperState = {
  /** Counts edits. `savedSeq`: how many are in a version; `local` and `server`: how many this browser and the draft hold. */
  seq: number;
  savedSeq: number;
  local: Mark | null;
  server: Mark | null;
  fault: Fault | null;
  localFault: boolean;
  /** Another window of the same person has written more. */
  elsewhere: number | null;
  baseVersion: number;
  newestVersion: number;
  others: Beat["others"];
};

const PAUSE_MS = 400;
const LONGEST_MS = 1_000;
const PUSH_EVERY_MS = 1_000;
const BEAT_EVERY_MS = 10_000;
const RETRIES_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

type Options = {
  articleId: string;
  userId: string;
  start: KeeperState;
  pastes: Paste[];
  read: () => ArticleFields | null;
  /** Called before each reading: what was typed and not told of yet is told of now, by `touch`. */
  settle: () => void;
};

/**
 * Keeps what is typed: in this browser after each pause, on the server within two seconds. One request at a time, so
 * that a slow line cannot overtake itself. Knows nothing of the screen.
 */
export class Keeper {
  state: KeeperState;
  /** What was pasted goes to the server once, not with every draft. */
  readonly pasted: PasteQueue;
  private listeners = new Set<() => void>();
  private pauseTimer: ReturnType<typeof setTimeout> | undefined;
  private pushTimer: ReturnType<typeof setTimeout> | undefined;
  private firstUnkept = 0;
  private flushedSeq: number;
  private lastPush = 0;
  private failures = 0;
  private inFlight: AbortController | null = null;
  private held = false;
  /** Null fields: the draft on the server is to be emptied. */
  private waiting: { seq: number; fields: ArticleFields | null } | null = null;

  constructor(private options: Options) {
    this.state = options.start;
    this.flushedSeq = options.start.seq;
    this.pasted = new PasteQueue(options.pastes);
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  private set(change: Partial<KeeperState>) {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  get isDirty() {
    return this.state.seq !== this.state.savedSeq;
  }
  /** Whether something is neither in this browser nor on the server. */
  get isAtRisk() {
    const { seq, local, server } = this.state;
    return this.isDirty && local?.seq !== seq && server?.seq !== seq;
  }

  /** Begins to listen to the window; gives the way to stop. */
  start() {
    const { seq, server } = this.state;
    const fields = this.isDirty && server?.seq !== seq ? this.options.read() : null;
    if (fields) this.waiting = { seq, fields };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener("online", () => this.pushNow(), { signal });
    window.addEventListener("pagehide", this.leave, { signal });
    document.addEventListener("visibilitychange", () => (document.hidden ? this.flush() : this.pushNow()), { signal });
    const heart = setInterval(() => {
      if (!document.hidden && Date.now() - this.lastPush >= BEAT_EVERY_MS - 500) void this.push();
    }, BEAT_EVERY_MS);
    this.pushNow();
    return () => {
      stop.abort();
      clearInterval(heart);
      this.leave();
    };
  }

  touch() {
    this.set({ seq: this.state.seq + 1 });
    const now = Date.now();
    this.firstUnkept ||= now;
    clearTimeout(this.pauseTimer);
    this.pauseTimer = setTimeout(
      () => this.flush(),
      Math.max(0, Math.min(PAUSE_MS, this.firstUnkept + LONGEST_MS - now)),
    );
  }

  /** Into this browser at once, to the server when it is its turn. */
  flush() {
    if (this.keep() && this.failures === 0) this.pushSoon(this.lastPush + PUSH_EVERY_MS - Date.now());
  }

  private keep(): boolean {
    this.options.settle();
    clearTimeout(this.pauseTimer);
    this.firstUnkept = 0;
    const { seq, baseVersion } = this.state;
    const fields = this.isDirty && this.flushedSeq !== seq ? this.options.read() : null;
    if (!fields) return false;
    this.flushedSeq = seq;
    const at = new Date().toISOString();
    const { userId, articleId } = this.options;
    const pastes = this.pasted.all;
    writeJournal({ userId, articleId, fields, seq, baseVersion, savedAt: at, pastes }).then(
      () => this.set({ local: { seq, at }, localFault: false }),
      () => this.set({ localFault: true }),
    );
    this.waiting = { seq, fields };
    return true;
  }

  private pushSoon(wait: number) {
    clearTimeout(this.pushTimer);
    this.pushTimer = setTimeout(() => void this.push(), Math.max(0, wait));
  }
  private pushNow() {
    this.failures = 0;
    this.pushSoon(0);
  }

  private async push() {
    if (this.inFlight || this.held) return;
    // What was typed while it waited for its turn goes along.
    this.keep();
    const sent = this.state.elsewhere === null ? this.waiting : null;
    const controller = new AbortController();
    this.inFlight = controller;
    this.lastPush = Date.now();
    const pastes = this.pasted.next;
    const answer = await sendBeat(this.beat(sent, pastes), controller.signal);
    // Put on hold meanwhile: the save that follows carries this text.
    if (this.inFlight !== controller) return;
    this.inFlight = null;
    if (!answer.ok) {
      this.set({ fault: answer.fault });
      this.pushSoon(RETRIES_MS[Math.min(this.failures++, RETRIES_MS.length - 1)]!);
      return;
    }
    this.failures = 0;
    this.pasted.confirm(pastes);
    const { kept, version, others } = answer.beat;
    this.set({ fault: null, others, newestVersion: Math.max(version, this.state.newestVersion) });
    if (sent && kept?.isStored) {
      if (this.waiting === sent) this.waiting = null;
      this.set({ server: sent.fields && { seq: sent.seq, at: new Date().toISOString() } });
    } else if (sent && kept?.isSaved && kept.seq === sent.seq) {
      // A save took these very edits and its answer was lost: nothing was written elsewhere.
      if (this.waiting === sent) this.waiting = null;
    } else if (sent && kept) this.set({ elsewhere: kept.seq });
    const isMore = (this.waiting && this.state.elsewhere === null) || this.pasted.all.length > 0;
    if (isMore) this.pushSoon(this.lastPush + PUSH_EVERY_MS - Date.now());
  }

  private beat(sent: Keeper["waiting"], pastes: Paste[]) {
    const { baseVersion } = this.state;
    const copy = sent ? { baseVersion, ...sent } : undefined;
    return { articleId: this.options.articleId, writing: this.isDirty, leaving: false, copy, pastes };
  }

  private leave = () => {
    this.flush();
    const sent = this.state.elsewhere === null && !this.held ? this.waiting : null;
    sendLastBeat({ ...this.beat(sent, []), leaving: true });
  };

  /** While a save is under way nothing else is sent. A draft on its way holds less than the save and comes to nothing. */
  hold() {
    this.flush();
    this.held = true;
    this.inFlight?.abort();
    this.inFlight = null;
  }
  release() {
    this.held = false;
    this.pushSoon(0);
  }

  /** Edits up to `seq` are in `version` now; what was typed since goes on from there. */
  saved(seq: number, version: number) {
    this.set({ savedSeq: Math.max(seq, this.state.savedSeq), fault: null });
    this.rebase(version);
  }
  rebase(version: number) {
    this.set({ baseVersion: version, newestVersion: Math.max(version, this.state.newestVersion) });
    this.flushedSeq = -1;
    if (this.isDirty) return this.flush();
    this.waiting = null;
    this.forget();
  }

  /** The writer does not want what is not saved. What the form shows now is what is stored. */
  discard(version: number) {
    this.options.settle();
    const seq = this.state.seq + 1;
    this.set({ seq, savedSeq: seq, baseVersion: version });
    clearTimeout(this.pauseTimer);
    this.flushedSeq = seq;
    this.waiting = { seq, fields: null };
    this.pasted.clear();
    this.forget();
    this.pushSoon(0);
  }

  /** What this window shows wins over the other one's. */
  insist() {
    this.set({ seq: Math.max(this.state.elsewhere ?? 0, this.state.seq) + 1, elsewhere: null });
    this.flush();
  }

  private forget() {
    this.set({ local: null, server: null });
    const { userId, articleId } = this.options;
    clearJournal(userId, articleId).catch(() => this.set({ localFault: true }));
  }
}
