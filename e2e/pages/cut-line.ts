import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * A line to a portal that can be cut: everything on it breaks, and nobody gets through until it is mended. Or its streams go
 * dead: they hear nothing more, and are not told.
 */
export async function layLine(to: string) {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  const streams = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return void near.resetAndDestroy();
    const far = connect(Number(port), hostname);
    near.on("data", (chunk) => {
      if (chunk.includes("GET /api/live?")) streams.add(far);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    goDead: () => {
      for (const socket of streams) socket.unpipe().pause();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      cut();
      return new Promise((done) => server.close(done));
    },
  };
}
