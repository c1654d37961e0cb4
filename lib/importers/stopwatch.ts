/** Sums up how long each step took, in milliseconds. */
export class Stopwatch {
  readonly times: Record<string, number> = {};

  add(step: string, ms: number) {
    this.times[step] = (this.times[step] ?? 0) + ms;
  }

  async measure<T>(step: string, run: () => Promise<T>): Promise<T> {
    const start = performance.now();
    try {
      return await run();
    } finally {
      this.add(step, performance.now() - start);
    }
  }
}
