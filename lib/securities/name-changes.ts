import type { securities } from "@/lib/db/schema";
import { writtenForms } from "./spelling";
import type { CreateSecurityInput } from "./validation";

export type Name = CreateSecurityInput["names"][number];
const KEYS = ["name", "fullName", "kind", "isAmbiguous", "counterpart"] as const;
type Form = Pick<typeof securities.$inferSelect, (typeof KEYS)[number]>;
const said = (names: Name[]) =>
  names
    .map(
      ({ name, kind, isAmbiguous }) =>
        `${name}${kind === "former" ? "（曾用名）" : ""}${isAmbiguous ? "（易混）" : ""}`,
    )
    .sort();

/** What an edit changes, as the audit log says it. */
export function changesOf(old: Form, next: Form, before: Name[], names: Name[]) {
  const change: Record<string, unknown> = {};
  for (const key of KEYS) if (old[key] !== next[key]) change[key] = { from: old[key], to: next[key] };
  const [from, to] = [said(before), said(names)];
  if (from.join("、") !== to.join("、")) change.names = { from, to };
  return change;
}

/** Names that came, went or are in doubt otherwise than before; all of them when the security itself means another. */
export function wordsOf(old: Form, next: Form, before: Name[], names: Name[]): string[] {
  const formsOf = (row: Form) => [...writtenForms(row.name), row.fullName];
  const all = [...formsOf(old), ...formsOf(next), ...before.map(({ name }) => name), ...names.map(({ name }) => name)];
  if (old.kind !== next.kind || old.counterpart !== next.counterpart || old.isAmbiguous !== next.isAmbiguous)
    return all;
  const sayAll = (row: Form, list: Name[]) =>
    new Set([...formsOf(row), ...list.map(({ name, isAmbiguous }) => `${name}\n${isAmbiguous}`)]);
  const [was, is] = [sayAll(old, before), sayAll(next, names)];
  return [...was, ...is].filter((one) => !was.has(one) || !is.has(one)).map((one) => one.split("\n")[0]!);
}
