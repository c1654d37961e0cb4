import { describe, expect, test } from "vitest";
import { EMPTY_FIELDS } from "@/lib/writing/fields";
import { type Candidate, chooseOpening } from "./opening";

const text = (title: string) => ({ ...EMPTY_FIELDS, title });
const draft = (title: string, seq: number, baseVersion = 3): Candidate => ({
  fields: text(title),
  seq,
  baseVersion,
  savedAt: "2026-11-24T04:03:00Z",
});
const stored = { fields: text("存着的"), version: 3 };
const spent = (seq: number) => ({ ...draft("", seq), fields: null });

describe("chooseOpening", () => {
  test.each([
    ["nothing unsaved", null, null, "存着的", null],
    ["a draft on the server", draft("服务器", 5), null, "服务器", null],
    ["a draft in the browser", null, draft("本机", 5), "本机", null],
    ["both, the browser's has more edits", draft("服务器", 5), draft("本机", 9), "本机", null],
    ["both, the server's has more edits", draft("服务器", 9), draft("本机", 5), "服务器", null],
    ["as many edits that differ: the other is offered", draft("服务器", 5), draft("本机", 5), "本机", "服务器"],
    ["of another version: the other is offered", draft("服务器", 9, 3), draft("本机", 5, 2), "服务器", "本机"],
    ["a draft that says what is stored", draft("存着的", 5), null, "存着的", null],
    ["the browser's, after a save that may hold it", spent(5), draft("本机", 5), "存着的", "本机"],
    ["the browser's, newer than the last save", spent(5), draft("本机", 6), "本机", null],
  ])("%s", (_what, copy, local, shown, offered) => {
    const opening = chooseOpening(stored, copy, local);
    expect(opening.fields.title).toBe(shown);
    expect(opening.alternative?.fields.title ?? null).toBe(offered);
    expect(opening.recovered?.fields.title ?? "存着的").toBe(shown);
  });

  test("goes on counting behind every edit that is known, on the version the text began with", () => {
    expect(chooseOpening(stored, draft("服务器", 9), draft("本机", 12, 2)).start).toMatchObject({
      seq: 12,
      savedSeq: -1,
      baseVersion: 2,
      newestVersion: 3,
      local: { seq: 12 },
    });
    expect(chooseOpening(stored, spent(7), null).start).toMatchObject({ seq: 7, savedSeq: 7, baseVersion: 3 });
    expect(chooseOpening(null, null, null).start).toMatchObject({ seq: 0, savedSeq: 0, baseVersion: 0 });
  });
});
