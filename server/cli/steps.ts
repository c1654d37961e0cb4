/** Runs one step of a command and prints its name and how long it took. */
export async function step<T>(name: string, run: () => Promise<T>, describe?: (result: T) => string): Promise<T> {
  const started = performance.now();
  const result = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const detail = describe?.(result);
  console.log(`  ✓ ${name}${detail ? ` · ${detail}` : ""} (${seconds} s)`);
  return result;
}
