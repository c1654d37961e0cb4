import "server-only";
import type { Role } from "@/lib/context";
import type { Spelled } from "@/lib/spelled";
import { spell } from "@/lib/spelling";
import { entriesFor } from "./entries";

/** The readings of all that the palette offers; the dictionary is too big for a browser. */
export const spellEntries = (role: Role): Record<string, Spelled> =>
  Object.fromEntries(
    entriesFor(role)
      .flatMap(({ entries }) => entries)
      .flatMap(({ name, also }) => (also ? [name, also] : [name]))
      .map((text) => [text, spell(text)]),
  );
