import { randomUUID } from "node:crypto";
import { SITE_DEFAULTS } from "@/lib/settings/defaults";
import { ADMIN, ANYBODY, allHear, bothOf, DESK, EVERYONE, HIDDEN, NOBODY, OWN, only, READ, type Row } from "./rows";
import type { Things } from "./things";

const at = (row: { id: string; version: number }) => ({ id: row.id, version: row.version });
const ahead = () => new Date(Date.now() + 3_600_000);
/** Everybody's, in the matrix. */
export const PASSWORD = "kettle harbor sixteen";
const another = async (made: Things) => ({ id: (await made.user()).id });

const { logo: _, ...site } = SITE_DEFAULTS;
const bulkOf = (act: object) => async (made: Things, by: string) => ({
  ...{ id: randomUUID(), items: [at(await made.article(by))] },
  ...act,
});
/** Everybody may begin an act upon many; what it does to a story is for that story's own command to decide. */
const CAME_OF_BULK = {
  both: { cameOf: (made: Things, input: unknown) => made.cameOfBulk((input as { id: string }).id) },
};
/** Of somebody else's act nobody hears that it is there. */
const OTHERS_BULK = { others: { refusal: allHear("not_found") } };
const flash = { kind: "flash" as const, bodyHtml: "<p>正文。</p>" };
const out = () => ({ ...flash, status: "published" as const, publishAt: new Date() });
const flashForm = (row: { id: string; version: number }) => ({ ...at(row), title: "改过", text: "改过", level: 1 });

/** One entry for each server action: `<file>#<name>`. A new action needs one, or the test fails. */
export const ACTION_ROWS: Record<string, Row[]> = {
  "lib/articles/actions.ts#publishArticle": bothOf(DESK, DESK, async (made, by) => at(await made.article(by))),
  "lib/articles/actions.ts#unpublishArticle": bothOf(DESK, DESK, async (made, by) => ({
    ...at(await made.article(by, { status: "published" })),
    reason: "有误",
  })),
  "lib/articles/actions.ts#unscheduleArticle": bothOf(DESK, DESK, async (made, by) =>
    at(await made.article(by, { status: "scheduled", publishAt: ahead() })),
  ),
  "lib/articles/actions.ts#submitArticle": bothOf(OWN, DESK, async (made, by) => at(await made.article(by))),
  "lib/articles/actions.ts#recallArticle": bothOf(EVERYONE, NOBODY, async (made, by) =>
    at(await made.article(by, { status: "in_review" })),
  ),
  "lib/articles/actions.ts#returnArticle": bothOf(DESK, DESK, async (made, by) => ({
    ...at(await made.article(by, { status: "in_review" })),
    note: "再查",
  })),
  "lib/articles/actions.ts#trashArticle": bothOf(OWN, DESK, async (made, by) => at(await made.article(by))),
  "lib/articles/actions.ts#restoreArticle": bothOf(OWN, DESK, async (made, by) =>
    at(await made.article(by, { status: "trashed", trashedFrom: "draft" })),
  ),
  "lib/articles/actions.ts#reviewArticle": bothOf(EVERYONE, READ, async (made, by) => ({
    ...made.form("", 0),
    articleId: (await made.article(by)).id,
  })),

  "lib/writing/actions.ts#saveWriting": [
    ...bothOf(OWN, DESK, async (made, by) => made.form((await made.article(by)).id, 1)),
    ...only(OWN, "a new one", (made) => made.form(randomUUID(), 0)),
  ],
  "lib/writing/actions.ts#discardNew": only(EVERYONE, "their own", () => ({ articleId: randomUUID(), seq: 1 })),
  "lib/writing/actions.ts#listSavedAmong": only(EVERYONE, "ids", () => ({ ids: [randomUUID()] })),

  "lib/media/actions.ts#updateMedia": bothOf(EVERYONE, READ, async (made, by) => ({
    ...{ id: (await made.picture(by)).id, alt: "图", caption: "", credit: "", rightsUntil: "" },
  })),
  "lib/media/actions.ts#retryMedia": bothOf(EVERYONE, READ, async (made, by) => ({
    id: (await made.picture(by, { status: "failed", fault: "坏了" })).id,
  })),
  "lib/media/actions.ts#deleteMedia": bothOf(EVERYONE, READ, async (made, by) => ({ id: (await made.picture(by)).id })),

  "lib/clusters/actions.ts#splitStory": bothOf(DESK, DESK, async (made, by) => ({
    id: (await made.article(by, { status: "published" })).id,
  })),
  "lib/clusters/actions.ts#mergeStories": bothOf(DESK, DESK, async (made, by) => ({
    id: (await made.article(by, { status: "published" })).id,
    withId: (await made.article(by, { status: "published" })).id,
  })),

  "lib/previews/actions.ts#createPreviewLink": [
    ...only(["author", "editor", "admin"], "their own", async (made) => ({
      ...{ id: (await made.article(made.me)).id, days: 7 },
    })),
    ...only(DESK, "another's", async (made) => ({ id: (await made.article(made.other)).id, days: 7 }), {
      refusal: HIDDEN,
    }),
  ],
  "lib/previews/actions.ts#revokePreviewLink": [
    ...only(["author", "editor", "admin"], "their own", (made) => made.shared(made.me)),
    ...only(DESK, "another's", (made) => made.shared(made.other), { refusal: HIDDEN }),
  ],
  "lib/revisions/actions.ts#restoreRevision": bothOf(OWN, DESK, (made, by) => made.rewritten(by), {
    others: { refusal: HIDDEN },
  }),
  "lib/securities/actions.ts#rejectSuggestion": bothOf(OWN, DESK, async (made, by) => ({
    ...{ articleId: (await made.article(by)).id, symbol: "SH600519" },
  })),
  "lib/securities/actions.ts#restoreSuggestion": bothOf(OWN, DESK, async (made, by) => ({
    ...{ articleId: (await made.article(by)).id, symbol: "SH600519" },
  })),

  "lib/bulk/actions.ts#countSelected": only(EVERYONE, "the list", () => ({ query: "" })),
  "lib/bulk/actions.ts#planBulk": bothOf(EVERYONE, EVERYONE, async (made, by) => ({
    ...{ act: "trash", selection: { ids: [(await made.article(by)).id] } },
  })),
  "lib/bulk/actions.ts#startBulk": [
    ...bothOf(OWN, DESK, bulkOf({ act: "trash" }), CAME_OF_BULK),
    ...bothOf(OWN, DESK, bulkOf({ act: "tag", tags: ["标签"] }), CAME_OF_BULK),
    ...bothOf(DESK, DESK, bulkOf({ act: "publish" }), CAME_OF_BULK),
  ],
  "lib/bulk/actions.ts#stopBulk": bothOf(EVERYONE, NOBODY, (made, by) => made.bulk(by, false), OTHERS_BULK),
  "lib/bulk/actions.ts#undoBulk": bothOf(
    EVERYONE,
    NOBODY,
    async (made, by) => ({ id: randomUUID(), undoes: (await made.bulk(by, true)).id }),
    OTHERS_BULK,
  ),

  "lib/flashes/actions.ts#publishFlash": only(DESK, "a new one", ({ categoryId }) => ({
    ...{ id: randomUUID(), title: "快讯", text: "正文。", level: 1, categoryId, symbols: [] },
  })),
  "lib/flashes/actions.ts#undoFlash": bothOf(DESK, DESK, async (made, by) => at(await made.article(by, out()))),
  "lib/flashes/actions.ts#updateFlash": [
    ...bothOf(DESK, DESK, async (made, by) => flashForm(await made.article(by, out()))),
    ...bothOf(OWN, DESK, async (made, by) => flashForm(await made.article(by, flash))),
  ],

  // One home page for all outlets: whoever runs the desk of any.
  "lib/front/actions.ts#arrangeFront": only(READ, "the home page", async (made) => {
    const { id } = await made.article(made.other, { status: "published", publishAt: new Date(0) });
    return { version: await made.frontVersion(), lead: { articleId: id, endsAt: null }, pinned: [] };
  }),
  "lib/front/actions.ts#raiseBar": only(READ, "a line", async (made) => {
    const seen = await made.barId(null);
    return { seen, kind: "breaking", text: "突发", articleId: null, to: "", endsAt: ahead().toISOString() };
  }),
  "lib/front/actions.ts#lowerBar": only(READ, "the line", async (made) => ({ seen: await made.barId(ahead()) })),

  "lib/redirects/actions.ts#saveRedirect": [
    ...only(READ, "a new one", () => ({ from: `/old/${randomUUID()}`, to: "/live" })),
    ...only(READ, "one there is", async (made) => {
      const { id, fromPath } = await made.redirect();
      return { id, from: fromPath, to: "/" };
    }),
  ],
  "lib/redirects/actions.ts#deleteRedirect": only(READ, "one there is", async (made) => ({
    id: (await made.redirect()).id,
  })),
  "lib/redirects/actions.ts#importRedirects": [true, false].flatMap((dryRun) =>
    only(READ, dryRun ? "a dry run" : "lines", () => ({ csv: `/old/${randomUUID()},/live`, dryRun })),
  ),
  "lib/redirects/actions.ts#ignoreMissing": only(READ, "an address", () => ({ path: `/old/${randomUUID()}` })),
  "lib/redirects/actions.ts#heedMissing": only(READ, "an address", () => ({ path: `/old/${randomUUID()}` })),
  // The desk's work, which an editor does in their categories.
  "lib/reports/actions.ts#answerReport": bothOf(DESK, DESK, async (made, by) => ({
    ...{ id: (await made.report(by)).id, verdict: "rejected", answer: "无误", seen: "open" },
  })),
  "lib/search/actions.ts#rebuildIndex": only(ADMIN, "the index", () => ({})),
  "lib/pushes/actions.ts#retryPushes": only(ADMIN, "a channel", () => ({ channel: "indexnow" })),
  "lib/settings/actions.ts#updateSettings": only(ADMIN, "the site", () => ({ ...site, logoId: null })),
  "lib/takedowns/actions.ts#takeDownArticle": bothOf(ADMIN, ADMIN, async (made, by) => ({
    ...at(await made.article(by)),
    ...{ requester: "当事人", reason: "按要求", basis: "", confirm: "永久删除" },
  })),

  "lib/views/actions.ts#saveView": [
    ...only(EVERYONE, "their own", () => ({ name: "视图", query: "", isShared: false })),
    ...only(READ, "everyone's", () => ({ name: "视图", query: "", isShared: true })),
  ],
  "lib/views/actions.ts#changeView": [
    ...bothOf(EVERYONE, NOBODY, async (made, by) => ({
      ...{ id: (await made.view(by, false)).id, name: randomUUID().slice(0, 18), isShared: false },
    })),
    ...only(READ, "their own, for everyone", async (made) => ({
      ...{ id: (await made.view(made.me, false)).id, name: "改名", isShared: true },
    })),
    ...only(READ, "everyone's", async (made) => {
      const { id, name } = await made.view(made.other, true);
      return { id, name, isShared: true };
    }),
  ],
  "lib/views/actions.ts#deleteView": [
    ...bothOf(EVERYONE, NOBODY, async (made, by) => ({ id: (await made.view(by, false)).id })),
    ...only(READ, "everyone's", async (made) => ({ id: (await made.view(made.other, true)).id })),
  ],

  "lib/users/actions.ts#setUp": only(
    NOBODY,
    "a token that is none",
    () => ({ token: "x", name: "甲", email: "first@example.com", password: PASSWORD }),
    { isOpen: true },
  ),
  "lib/users/actions.ts#acceptInvitation": only(ANYBODY, "a good link", async (made) => ({
    ...{ token: (await made.link("invite")).token, name: "新人", password: PASSWORD },
  })),
  "lib/users/actions.ts#acceptNewPassword": only(ANYBODY, "a good link", async (made) => ({
    ...{ token: (await made.link("password")).token, password: PASSWORD },
  })),
  "lib/users/actions.ts#inviteUser": only(ADMIN, "somebody", () => ({
    ...{ email: `${randomUUID()}@example.com`, role: "author", categoryIds: [] },
  })),
  "lib/users/actions.ts#revokeInvitation": only(ADMIN, "an invitation", (made) => made.link("invite")),
  "lib/users/actions.ts#createPasswordLink": only(ADMIN, "another", another),
  "lib/users/actions.ts#changeRights": only(ADMIN, "another", async (made) => ({
    ...(await another(made)),
    ...{ role: "author", categoryIds: [] },
  })),
  "lib/users/actions.ts#disableUser": only(ADMIN, "another", another),
  "lib/users/actions.ts#enableUser": only(ADMIN, "another", another),
  "lib/users/actions.ts#resetTotp": only(ADMIN, "another", another),
  "lib/users/actions.ts#signOutEverywhere": only(ADMIN, "another", another),
  "lib/users/actions.ts#setFourEyes": only(ADMIN, "the site", () => ({ on: false })),

  "lib/users/profile/actions.ts#changeProfile": only(EVERYONE, "oneself", ({ email }) => ({ name: "改过的名", email })),
  "lib/users/profile/actions.ts#changePassword": only(EVERYONE, "oneself", () => ({
    ...{ current: PASSWORD, password: "another kettle of sixteen" },
  })),
  "lib/users/profile/actions.ts#beginTotp": only(EVERYONE, "oneself", () => ({ current: PASSWORD })),
  "lib/users/profile/actions.ts#disableTotp": only(EVERYONE, "oneself", () => ({ current: PASSWORD })),
  // Nobody here has begun a second step: they are let through to being told so.
  "lib/users/profile/actions.ts#enableTotp": only(EVERYONE, "oneself", () => ({ code: "000000" }), {
    passes: "invalid",
  }),
  "lib/users/profile/actions.ts#renewRecoveryCodes": only(EVERYONE, "oneself", () => ({ current: PASSWORD }), {
    passes: "invalid",
  }),
  "lib/users/profile/actions.ts#endOwnSession": only(EVERYONE, "a session of another", () => ({ id: randomUUID() }), {
    passes: "not_found",
  }),
  "lib/users/profile/actions.ts#endOtherSessions": only(EVERYONE, "oneself", () => ({})),
};
