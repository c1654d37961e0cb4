import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { connection } from "@/lib/db/client";
import { pass } from "./pass";

/**
 * Next's development server in this process, without page server and page cache: each answer is made anew and says what
 * it cost (`Server-Timing`).
 * @returns closes it
 */
export async function startDev(root: string, port: number, host: string): Promise<() => Promise<void>> {
  const app = next({ dev: true, turbopack: true, dir: root, port, hostname: host });
  await app.prepare();
  const handle = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  const server = createServer((req: IncomingMessage, res: ServerResponse) => pass(req, res, { handle }, true));
  server.on("upgrade", (req, socket, head) => void upgrade(req, socket, head));
  await new Promise<void>((done, fail) => server.once("error", fail).listen(port, host, done));
  return async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await app.close();
    // Of the pages; an embedded Postgres is stopped once nobody is connected.
    await connection().close();
  };
}
