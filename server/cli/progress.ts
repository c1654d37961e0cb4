const BAR = 24;
const MS_BETWEEN = { terminal: 100, elsewhere: 5000 };

/** `45 s`, `3 min 05 s`, `2 h 10 min`. */
function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const two = (n: number) => String(n).padStart(2, "0");
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${two(Math.floor((seconds % 3600) / 60))} min`;
}

/** `240`, `3.4`: what is slow has a rate as well. */
const pace = (rate: number) => (rate < 10 ? Number(rate.toFixed(1)) : Math.round(rate));

/** Bar, count, rate and time left. */
export function progressLine(done: number, total: number, seconds: number, things = "files"): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const filled = total > 0 ? Math.round((done / total) * BAR) : BAR;
  const bar = `${"█".repeat(filled)}${"░".repeat(BAR - filled)}`;
  const left = rate > 0 ? `${duration(Math.ceil((total - done) / rate))} left` : "";
  return `${bar} ${done}/${total} ${things}, ${pace(rate)}/s${left && `, ${left}`}`;
}

/** One line on standard error that is rewritten on a terminal; elsewhere a plain line every few seconds. */
export function progressBar(things = "files", stream: NodeJS.WriteStream = process.stderr) {
  const start = Date.now();
  let last = 0;
  let open = false;
  return {
    update(done: number, total: number) {
      const wait = stream.isTTY ? MS_BETWEEN.terminal : MS_BETWEEN.elsewhere;
      if (Date.now() - last < wait && done < total) return;
      last = Date.now();
      const line = progressLine(done, total, (last - start) / 1000, things);
      stream.write(stream.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
      open = stream.isTTY;
    },
    /** Leaves the last state of the bar and goes on below it. */
    end() {
      if (open) stream.write("\n");
      open = false;
    },
  };
}
