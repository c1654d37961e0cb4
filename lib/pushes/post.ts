/** How long the other side has for its whole answer. */
const PATIENCE_MS = 10_000;
const MOST_BYTES = 64 * 1024;
/** Nobody is left alone for longer, whatever they ask for. */
const LONGEST_PAUSE_MS = 24 * 3_600_000;

/** What the other side said; `status` is null when it said nothing, and `text` why. */
export type Answer = { status: number | null; text: string; retryAfterMs: number | null };

/** Seconds, or a date (RFC 9110). */
function retryAfter(value: string | null, now: number): number | null {
  if (!value) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? null : Math.min(LONGEST_PAUSE_MS, Math.max(0, ms));
}

async function readStart(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  while (reader && bytes < MOST_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    bytes += value.length;
  }
  await reader?.cancel();
  return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString("utf8");
}

function whyNone(error: unknown, patienceMs: number): string {
  if ((error as Error).name === "TimeoutError") return `${patienceMs / 1000} 秒内没有答复`;
  const { cause } = error as Error & { cause?: { code?: string; message?: string } };
  return `连不上：${cause?.code ?? cause?.message ?? (error as Error).message}`;
}

/** Sends once, follows no redirect, waits ten seconds at most and reads no more than it needs. Never throws. */
export async function post(url: string, contentType: string, body: string, patienceMs = PATIENCE_MS): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": contentType, "User-Agent": "finews" },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await readStart(response);
    return {
      status: response.status,
      text,
      retryAfterMs: retryAfter(response.headers.get("retry-after"), Date.now()),
    };
  } catch (error) {
    return { status: null, text: whyNone(error, patienceMs), retryAfterMs: null };
  }
}
