const SUFFIX = "，未保存原文";

/** Reason of a ledger row for a file whose bytes were not taken in. */
export const refusal = (why: string): string => `${why}${SUFFIX}`;
export const isRefusal = (reason: string): boolean => reason.endsWith(SUFFIX);

/** `无法读取（EACCES）` of a failed file operation. */
export const unreadable = (error: unknown): string =>
  refusal(
    `无法读取（${(error as NodeJS.ErrnoException)?.code ?? (error instanceof Error ? error.message : String(error))}）`,
  );
