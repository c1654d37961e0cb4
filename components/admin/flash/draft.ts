import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { publishFlashInput } from "@/lib/flashes/validation";

const security = z.object({ symbol: z.string(), name: z.string() });
const draft = z.object({
  id: z.uuid(),
  text: z.string(),
  level: z.number().int().min(1).max(3),
  securities: z.array(security),
  /** Suggested securities that were turned down. */
  refused: z.array(z.string()),
  /** What was sent and not answered: it is said again word for word before anything else. */
  sent: publishFlashInput.nullable(),
});

export type Security = z.infer<typeof security>;
/** A flash that is not published, as the browser keeps it. */
export type FlashDraft = z.infer<typeof draft>;

export const blankDraft = (): FlashDraft => ({
  id: uuidv7(),
  text: "",
  level: 1,
  securities: [],
  refused: [],
  sent: null,
});

/** What is kept under a name, or a blank one. */
export function readDraft(storage: Storage, key: string): FlashDraft {
  try {
    return draft.parse(JSON.parse(storage.getItem(key) ?? ""));
  } catch {
    return blankDraft();
  }
}

/** @returns whether the browser took it */
export function writeDraft(storage: Storage, key: string, value: FlashDraft): boolean {
  try {
    storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
