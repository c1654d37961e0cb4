import { createServer } from "node:net";

/**
 * Tries to listen on a port for a moment.
 * @returns the code of the error (`EADDRINUSE`, `EACCES` …), or null when the port can be had
 */
export function portFault(port: number, host: string): Promise<string | null> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => done(null)));
  });
}
