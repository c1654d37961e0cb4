import type { Span } from "@/lib/spelled";

/** A text with what was looked for marked in it. */
export function Marked({ text, spans }: { text: string; spans: Span[] }) {
  const signs = [...text];
  const isIn = (at: number) => spans.some(([from, to]) => at >= from && at < to);
  const runs: { at: number; text: string; isMarked: boolean }[] = [];
  for (const [at, sign] of signs.entries()) {
    const last = runs.at(-1);
    if (last?.isMarked === isIn(at)) last.text += sign;
    else runs.push({ at, text: sign, isMarked: isIn(at) });
  }
  return runs.map((run) =>
    run.isMarked ? <mark key={run.at}>{run.text}</mark> : <span key={run.at}>{run.text}</span>,
  );
}
