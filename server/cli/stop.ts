const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Lets a command end what it has at hand when it is asked to stop; asked again, the process ends at once. */
export function stopOnSignal(message: string) {
  const controller = new AbortController();
  const stop = () => {
    forget();
    console.error(`\n${message}`);
    controller.abort();
  };
  const forget = () => {
    for (const signal of SIGNALS) process.removeListener(signal, stop);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return { signal: controller.signal, forget };
}
