import type { Beat } from "@/lib/writing/beat";
import type { BeatInput } from "@/lib/writing/validation";

/** `offline`: nobody answered. Otherwise what the server said; 401 may be cured by signing in elsewhere. */
export type Fault = { kind: "offline" | "refused"; code: string; message: string };
export type Answer = { ok: true; beat: Beat } | { ok: false; fault: Fault };

const PATIENCE_MS = 10_000;

export async function sendBeat(input: BeatInput, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch("/api/admin/working-copy", {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    if (response.ok) return { ok: true, beat: (await response.json()) as Beat };
    const { code, message } = (await response.json().catch(() => ({}))) as { code?: string; message?: string };
    const fault = {
      kind: "refused",
      code: code ?? "internal",
      message: message ?? `服务器答 ${response.status}`,
    } as const;
    return { ok: false, fault };
  } catch {
    const message = navigator.onLine ? "连不上服务器" : "离线";
    return { ok: false, fault: { kind: "offline", code: "offline", message } };
  }
}

/** Sent while the page goes away; nobody waits for the answer. Browsers refuse more than 64 KB here: the journal has it. */
export function sendLastBeat(input: BeatInput) {
  const request = { method: "PUT", headers: { "content-type": "application/json" }, keepalive: true };
  void fetch("/api/admin/working-copy", { ...request, body: JSON.stringify(input) }).catch(() => {});
}
