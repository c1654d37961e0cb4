import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type Heard = { method: string; url: URL; type: string; body: string };
type Said = { status?: number; headers?: Record<string, string>; body?: string };

async function read(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/**
 * A server that is told things, as a hub or a search engine is. `say` decides what it answers; null: nothing at all,
 * until the other side gives up.
 */
export async function startPushPeer(say: (heard: Heard) => Said | null = () => ({})) {
  const heard: Heard[] = [];
  const server = createServer(async (req, res) => {
    const one = {
      method: req.method ?? "",
      url: new URL(req.url ?? "/", "http://127.0.0.1"),
      type: req.headers["content-type"] ?? "",
      body: await read(req),
    };
    heard.push(one);
    const said = say(one);
    if (said) res.writeHead(said.status ?? 200, said.headers).end(said.body ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    heard,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
