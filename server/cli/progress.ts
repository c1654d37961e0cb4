const BAR = 24;

/** One line on standard error that is rewritten on a terminal; elsewhere a plain line every few seconds. */
export function progressBar(stream: NodeJS.WriteStream = process.stderr) {
  const start = Date.now();
  let last = 0;
  const line = (done: number, total: number) => {
    const seconds = (Date.now() - start) / 1000;
    const rate = seconds > 0 ? done / seconds : 0;
    const left = rate > 0 ? Math.ceil((total - done) / rate) : 0;
    const filled = total > 0 ? Math.round((done / total) * BAR) : BAR;
    const bar = `${"█".repeat(filled)}${"░".repeat(BAR - filled)}`;
    return `${bar} ${done}/${total} files, ${Math.round(rate)}/s, ${left} s left`;
  };
  return {
    update(done: number, total: number) {
      const wait = stream.isTTY ? 100 : 5000;
      if (Date.now() - last < wait) return;
      last = Date.now();
      stream.write(stream.isTTY ? `\r${line(done, total)}\u001b[K` : `${line(done, total)}\n`);
    },
    end() {
      if (stream.isTTY) stream.write("\r\u001b[K");
    },
  };
}
