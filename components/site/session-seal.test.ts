import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SessionSeal } from "./session-seal";

const drawnAt = (at: string) => renderToStaticMarkup(SessionSeal({ now: new Date(at) }));

test.each([
  ["2026-11-25T09:29:59+08:00", "seal seal-off", "盘前", "11-25 09:29"],
  ["2026-11-25T09:30:00+08:00", "seal", "盘中", "11-25 09:30"],
  ["2026-11-25T12:00:00+08:00", "seal seal-off", "午休", "11-25 12:00"],
  ["2026-11-25T14:59:59+08:00", "seal", "盘中", "11-25 14:59"],
  ["2026-11-25T15:00:00+08:00", "seal seal-off", "盘后", "11-25 15:00"],
  ["2026-11-28T10:00:00+08:00", "seal seal-off", "休市", "11-28 10:00"],
  ["2026-10-01T10:00:00+08:00", "seal seal-off", "休市", "10-01 10:00"],
])("at %s it is drawn as %s, and says when that was", (at, look, session, when) => {
  const html = drawnAt(at);
  expect(html).toContain(`<b class="${look}">${session}</b>`);
  expect(html).toMatch(new RegExp(`<small>截至 <time datetime="[^"]*">${when}</time></small>`, "i"));
});

test("it takes along the closed days ahead, and nothing is drawn in a year that nobody knows", () => {
  expect(drawnAt("2026-09-25T10:00:00+08:00")).toContain(
    'data-closed="26-09-25 26-10-01 26-10-02 26-10-05 26-10-06 26-10-07" data-until="',
  );
  expect(drawnAt("2035-11-21T10:00:00+08:00")).toBe("");
});
