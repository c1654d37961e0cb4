import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import next from "next";

export type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;
export type NextApp = {
  handle: Handler;
  upgrade?: (req: IncomingMessage, socket: Duplex, head: Buffer) => unknown;
  /** Where pages are asked for. */
  socketPath: string;
  close: () => Promise<void>;
};

/** Lets a handler answer on a Unix socket, outside of the project because Turbopack reads its tree. */
export async function onSocket(handle: Handler): Promise<{ socketPath: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "finews-"));
  const socketPath = process.platform === "win32" ? `\\\\.\\pipe\\finews-${process.pid}` : join(folder, "next.sock");
  const server = createServer((req, res) => void handle(req, res));
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
export async function startNext(root: string, { port, host }: { port: number; host: string }): Promise<NextApp> {
  const app = next({ dev: false, dir: root, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const { socketPath, close } = await onSocket((req, res) => handle(req, res));
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
