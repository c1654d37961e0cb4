import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import { type PageNotes, withNotes } from "@/lib/cache/tag-page";

/** Says for which page of the store a request is; added by us, taken from no client. */
export const PAGE_KEY_HEADER = "x-finews-page-key";

export type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
export type NextApp = {
  handle: Handler;
  upgrade?: (req: IncomingMessage, socket: Duplex, head: Buffer) => unknown;
  /** Where pages are asked for. */
  socketPath: string;
  close: () => Promise<void>;
};

/**
 * Lets a handler answer on a Unix socket, outside of the project because Turbopack reads its tree. What a page says of
 * itself while the handler runs goes into the notes of the render that waits for it.
 */
export async function onSocket(
  handle: Handler,
  notesOf: (key: string) => PageNotes | undefined,
): Promise<{ socketPath: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "finews-"));
  const socketPath = process.platform === "win32" ? `\\\\.\\pipe\\finews-${process.pid}` : join(folder, "next.sock");
  const server = createServer((req, res) => {
    const notes = notesOf(String(req.headers[PAGE_KEY_HEADER]));
    void (notes ? withNotes(notes, () => handle(req, res)) : handle(req, res));
  });
  await new Promise<void>((done, fail) => server.once("error", fail).listen(socketPath, done));
  return {
    socketPath,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Next in this process, in production mode. */
export async function startNext(
  root: string,
  { port, host, notesOf }: { port: number; host: string; notesOf: (key: string) => PageNotes | undefined },
): Promise<NextApp> {
  const app = next({ dev: false, dir: root, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const { socketPath, close } = await onSocket((req, res) => handle(req, res), notesOf);
  return {
    handle: (req, res) => handle(req, res),
    upgrade: (req, socket, head) => app.getUpgradeHandler()(req, socket, head),
    socketPath,
    close: async () => {
      await close();
      await app.close();
    },
  };
}
