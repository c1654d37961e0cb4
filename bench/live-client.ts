import { connect, type Socket } from "node:net";
import { liveStreamPath } from "@/lib/urls";

const END = "\n\n";
/** Titles say when their command began. */
const BEGAN_AT = /"title":"(\d+)\b/;

/** A reader's open page: a socket that keeps what it knows, notices what is lost or comes twice, and may stop reading. */
export class LiveClient {
  known: number;
  received = 0;
  /** Events that did not follow the one before, or came again. */
  lost = 0;
  doubled = 0;
  resets = 0;
  /** When a flash came, by when its command began; kept by clients that are told to. */
  readonly arrivals: { began: number; at: number }[] = [];
  isClosed = false;
  #socket: Socket | undefined;
  #rest = "";
  #isInBody = false;

  constructor(
    readonly port: number,
    known: number,
    readonly keepsTime = false,
  ) {
    this.known = known;
  }

  /** Opens the stream behind what is known; resolves when it began. */
  open(): Promise<void> {
    this.#rest = "";
    this.#isInBody = false;
    this.isClosed = false;
    return new Promise((done, fail) => {
      const socket = connect(this.port, "127.0.0.1");
      this.#socket = socket;
      socket.setEncoding("utf8");
      socket.once("error", fail);
      socket.once("connect", () =>
        socket.write(`GET ${liveStreamPath}?after=0 HTTP/1.1\r\nHost: bench\r\nLast-Event-ID: ${this.known}\r\n\r\n`),
      );
      socket.on("data", (text) => {
        this.#take(String(text));
        if (this.#isInBody) done();
      });
      socket.once("close", () => {
        this.isClosed = true;
      });
    });
  }

  pause = () => this.#socket?.pause();
  resume = () => this.#socket?.resume();
  close = () => this.#socket?.destroy();

  #take(text: string) {
    let whole = this.#rest + text;
    if (!this.#isInBody) {
      const end = whole.indexOf("\r\n\r\n");
      if (end < 0) {
        this.#rest = whole;
        return;
      }
      if (!whole.startsWith("HTTP/1.1 200")) throw new Error(whole.slice(0, whole.indexOf("\r")));
      this.#isInBody = true;
      whole = whole.slice(end + 4);
    }
    let from = 0;
    for (let end = whole.indexOf(END); end >= 0; end = whole.indexOf(END, from)) {
      this.#hear(whole.slice(from, end));
      from = end + END.length;
    }
    this.#rest = whole.slice(from);
  }

  #hear(event: string) {
    if (!event.startsWith("id: ")) return;
    const number = Number(event.slice(4, event.indexOf("\n")));
    if (event.includes("event: reset")) this.resets++;
    else if (number === this.known) this.doubled += event.includes("event: beat") ? 0 : 1;
    else if (number < this.known) this.doubled++;
    else this.lost += number - this.known - 1;
    this.known = Math.max(number, this.known);
    this.received++;
    const began = this.keepsTime && BEGAN_AT.exec(event);
    if (began) this.arrivals.push({ began: Number(began[1]), at: Date.now() });
  }
}
