import { MAX_PASTES, type Paste } from "@/lib/writing/validation";

/** Pasted originals that the server has not confirmed yet, oldest first. */
export class PasteQueue {
  constructor(private waiting: Paste[]) {}

  add(paste: Paste) {
    this.waiting = [...this.waiting, paste];
  }
  /** As many as may be sent at once. */
  get next(): Paste[] {
    return this.waiting.slice(0, MAX_PASTES);
  }
  get all(): Paste[] {
    return this.waiting;
  }
  /** The server has these. */
  confirm(sent: Paste[]) {
    const ids = new Set(sent.map(({ id }) => id));
    this.waiting = this.waiting.filter(({ id }) => !ids.has(id));
  }
  clear() {
    this.waiting = [];
  }
}
