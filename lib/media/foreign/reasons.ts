import { AppError } from "@/lib/errors";
import { FetchRefused } from "@/lib/media/foreign/fetch";

const MEANINGS: Record<string, string> = {
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "the host's name could not be looked up",
  ECONNREFUSED: "the host refuses connections",
  ECONNRESET: "the host hung up",
  ETIMEDOUT: "no answer in time",
  EHOSTUNREACH: "the host cannot be reached",
  ENETUNREACH: "the host cannot be reached",
  TimeoutError: "no answer in time",
  AbortError: "no answer in time",
};

/** One sentence for the operator. What is not known keeps its own words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Several addresses were tried: what the first said stands for all.
  const told = error instanceof AggregateError ? (error.errors[0] as Error) : error;
  const code = (told as NodeJS.ErrnoException).code ?? told.name;
  if (/CERT|SIGNATURE|ALTNAME|^ERR_(TLS|SSL)/.test(code)) return `its certificate is not valid (${code})`;
  return MEANINGS[code] ?? (told.message || code);
}

/** Whether the host itself is at fault and not this one picture. */
export const isHostFault = (error: unknown) => !(error instanceof FetchRefused || error instanceof AppError);
