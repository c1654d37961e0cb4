import { readDeskParams } from "@/lib/articles/desk-params";
import { readAuditParams } from "@/lib/audit/params";
import { readRedirectParams } from "@/lib/redirects/params";
import { ADMIN, ANYBODY, allHear, bothOf, EVERYONE, NOBODY, only, READ, type Row } from "./rows";

/** How a page or loader is called: `params` and `searchParams` of a page, the arguments of a loader. */
const page = (params: object = {}, searchParams: object = {}) => [
  { params: Promise.resolve(params), searchParams: Promise.resolve(searchParams) },
];
const HIDDEN_FROM_ALL = { refusal: { contributor: "hidden", author: "hidden", outside: "hidden", editor: "hidden" } };
const HIDDEN_FROM_WRITERS = { refusal: { contributor: "hidden", author: "hidden" } };
/** Part of a page that others see too: nobody is led to the door, they only see nothing of it. */
const NOTHING_BUT_FOR_DESK = {
  isOpen: true as const,
  refusal: { ...allHear("hidden"), stranger: "hidden", dismissed: "hidden" },
};
/** Who writes is led to their stories. */
const LED_ON = { refusal: { contributor: "elsewhere", author: "elsewhere" } };
const oneOf = (call: (id: string) => unknown[]) =>
  bothOf(EVERYONE, READ, async (made, by) => call((await made.rewritten(by)).id), { others: HIDDEN_FROM_WRITERS });
const comparison = { from: 1, to: 2 };

/** Pages that ask who is there, and the door; those of readers are the same for everybody and stand apart below. */
export const PAGE_ROWS: Record<string, Row[]> = {
  "app/access/page.tsx": only(ANYBODY, "a good link", async (made) => page({}, await made.link("invite"))),
  "app/setup/page.tsx": only(ANYBODY, "no token", () => page()),
  "app/sign-in/page.tsx": only(["stranger", "dismissed"], "the door", () => page(), {
    refusal: Object.fromEntries(EVERYONE.map((who) => [who, "elsewhere"])),
  }),
  "app/admin/(desk)/page.tsx": only(READ, "figures", () => page(), LED_ON),
  "app/admin/(desk)/audit/page.tsx": only(ADMIN, "the log", () => page(), HIDDEN_FROM_ALL),
  // Who may not publish is told who does.
  "app/admin/(desk)/flash/page.tsx": only(EVERYONE, "the desk", () => page()),
  "app/admin/(desk)/front/page.tsx": only(READ, "the home page's desk", () => page(), HIDDEN_FROM_WRITERS),
  "app/admin/(desk)/redirects/page.tsx": only(READ, "the list", () => page(), HIDDEN_FROM_WRITERS),
  "app/admin/(desk)/reports/page.tsx": only(READ, "the queue", () => page(), HIDDEN_FROM_WRITERS),
  "app/admin/(desk)/reports/[id]/page.tsx": bothOf(
    READ,
    READ,
    async (made, by) => page({ id: (await made.report(by)).id }),
    { both: HIDDEN_FROM_WRITERS },
  ),
  "app/admin/(desk)/pushes/page.tsx": only(ADMIN, "the channels", () => page(), HIDDEN_FROM_ALL),
  "app/admin/(desk)/settings/page.tsx": only(ADMIN, "the form", () => page(), HIDDEN_FROM_ALL),
  "app/admin/(desk)/takedowns/page.tsx": only(ADMIN, "the records", () => page(), HIDDEN_FROM_ALL),
  "app/admin/(desk)/articles/page.tsx": only(EVERYONE, "the list", () => page()),
  "app/admin/(desk)/media/page.tsx": only(EVERYONE, "the library", () => page()),
  "app/admin/(desk)/more/page.tsx": only(EVERYONE, "the menu", () => page()),
  "app/admin/(desk)/profile/page.tsx": only(EVERYONE, "oneself", () => page()),
  "app/admin/(desk)/users/page.tsx": only(ADMIN, "the list", () => page(), HIDDEN_FROM_ALL),
  "app/admin/(desk)/users/invite/page.tsx": only(ADMIN, "the form", () => page(), HIDDEN_FROM_ALL),
  "app/admin/(desk)/users/[id]/page.tsx": only(
    ADMIN,
    "another",
    async (made) => page({ id: (await made.user()).id }),
    HIDDEN_FROM_ALL,
  ),
  "app/admin/(write)/articles/new/page.tsx": only(ANYBODY, "an id of its own", () => page(), { passes: "elsewhere" }),
  "app/admin/(write)/articles/[id]/page.tsx": oneOf((id) => page({ id })),
  "app/admin/(write)/articles/[id]/preview/page.tsx": oneOf((id) => page({ id })),
  "app/admin/(write)/articles/[id]/revisions/page.tsx": oneOf((id) => page({ id })),
  "app/admin/(write)/articles/[id]/cluster/page.tsx": bothOf(
    READ,
    READ,
    async (made, by) => page({ id: (await made.article(by, { status: "published" })).id }),
    { both: HIDDEN_FROM_WRITERS },
  ),
  "app/admin/(write)/articles/[id]/takedown/page.tsx": bothOf(
    ADMIN,
    ADMIN,
    async (made, by) => page({ id: (await made.article(by)).id }),
    { both: HIDDEN_FROM_ALL },
  ),
  "app/(site)/preview/front/page.tsx": only(READ, "the home page as it would be", () => page(), HIDDEN_FROM_WRITERS),
  "app/(site)/preview/articles/[id]/page.tsx": oneOf((id) => page({ id })),
};

/** Loaders of the newsroom. */
export const LOADER_ROWS: Record<string, Row[]> = {
  "lib/articles/desk-loaders.ts#loadDesk": only(EVERYONE, "the list", () => [readDeskParams({})]),
  "lib/articles/desk-loaders.ts#loadNewArticle": only(EVERYONE, "a new one", () => []),
  "lib/articles/desk-loaders.ts#loadDeskArticle": oneOf((id) => [id]),
  "lib/audit/loaders.ts#loadAudit": only(ADMIN, "the log", () => [readAuditParams({})], HIDDEN_FROM_ALL),
  "lib/clusters/loaders.ts#loadClusterDesk": bothOf(
    READ,
    READ,
    async (made, by) => [(await made.article(by, { status: "published" })).id],
    { both: HIDDEN_FROM_WRITERS },
  ),
  "lib/flashes/loaders.ts#loadFlashDesk": only(READ, "the desk", () => [], HIDDEN_FROM_WRITERS),
  "lib/front/desk-loaders.ts#loadFrontDesk": only(READ, "the desk", () => [{}], HIDDEN_FROM_WRITERS),
  "lib/front/desk-loaders.ts#loadFrontPreview": only(READ, "a wish", () => [{}], HIDDEN_FROM_WRITERS),
  "lib/redirects/loaders.ts#loadRedirects": only(READ, "the list", () => [readRedirectParams({})], HIDDEN_FROM_WRITERS),
  "lib/redirects/missing-loaders.ts#loadMissing": only(
    READ,
    "the list",
    () => [readRedirectParams({})],
    HIDDEN_FROM_WRITERS,
  ),
  "lib/reports/loaders.ts#loadReports": only(READ, "the queue", () => [{ view: "open" }], HIDDEN_FROM_WRITERS),
  "lib/reports/loaders.ts#loadReport": bothOf(READ, READ, async (made, by) => [(await made.report(by)).id], {
    both: HIDDEN_FROM_WRITERS,
  }),
  "lib/reports/loaders.ts#loadOpenReports": only(
    READ,
    "how many",
    async (made) => {
      await made.report(made.other);
      return [];
    },
    NOTHING_BUT_FOR_DESK,
  ),
  "lib/reports/loaders.ts#loadCorrectionFor": bothOf(
    READ,
    READ,
    async (made, by) => {
      const { articleId, id } = await made.report(by);
      return [articleId, id];
    },
    { both: NOTHING_BUT_FOR_DESK },
  ),
  "lib/search/desk-loaders.ts#loadIndexStatus": only(ADMIN, "how it stands", () => [], HIDDEN_FROM_ALL),
  "lib/pushes/loaders.ts#loadPushes": only(ADMIN, "the channels", () => [], HIDDEN_FROM_ALL),
  "lib/settings/loaders.ts#loadSettings": only(ADMIN, "the form", () => [], HIDDEN_FROM_ALL),
  "lib/stats/loaders.ts#loadDashboard": only(READ, "figures", () => [30], LED_ON),
  "lib/takedowns/loaders.ts#loadTakedown": bothOf(ADMIN, ADMIN, async (made, by) => [(await made.article(by)).id], {
    both: HIDDEN_FROM_ALL,
  }),
  "lib/takedowns/loaders.ts#loadTakedowns": only(ADMIN, "the records", () => [], HIDDEN_FROM_ALL),
  "lib/media/loaders.ts#loadLibrary": only(EVERYONE, "the library", () => [{}]),
  "lib/media/loaders.ts#loadPickerPage": only(EVERYONE, "the library", () => [{}]),
  "lib/previews/loaders.ts#loadOwnPreview": oneOf((id) => [id]),
  "lib/previews/loaders.ts#loadPreviewDesk": oneOf((id) => [id]),
  "lib/revisions/loaders.ts#loadRevisions": oneOf((id) => [id]),
  // There is none of these: whoever may see the story is told so as well.
  "lib/revisions/loaders.ts#loadPastes": only(
    NOBODY,
    "another's",
    async (made) => [(await made.rewritten(made.other)).id, 1],
    {
      refusal: Object.fromEntries(EVERYONE.map((who) => [who, "hidden"])),
    },
  ),
  "lib/revisions/loaders.ts#loadComparison": oneOf((id) => [id, comparison]),
  "lib/users/loaders.ts#loadSignedIn": only(ANYBODY, "whether", () => []),
  "lib/users/loaders.ts#loadShell": only(EVERYONE, "oneself", () => [], {
    isOpen: true,
    refusal: { stranger: "hidden", dismissed: "hidden" },
  }),
  "lib/users/people-loaders.ts#loadPeople": only(ADMIN, "the list", () => [], HIDDEN_FROM_ALL),
  "lib/users/people-loaders.ts#loadInviting": only(ADMIN, "the form", () => [], HIDDEN_FROM_ALL),
  "lib/users/people-loaders.ts#loadPerson": only(
    ADMIN,
    "another",
    async (made) => [(await made.user()).id],
    HIDDEN_FROM_ALL,
  ),
  "lib/users/profile-loaders.ts#loadProfile": only(EVERYONE, "oneself", () => []),
  "lib/writing/loaders.ts#loadUnsavedNew": only(EVERYONE, "one's own", () => []),
  "lib/writing/loaders.ts#loadWriting": oneOf((id) => [id]),
};

/** What is the same for everybody: it shows nothing that is not public, and a secret link only to who has it. */
export const FOR_READERS = [
  ...["app/(site)/[[...path]]/page.tsx", "app/(site)/articles/[slug]/page.tsx", "app/(site)/live/[[...path]]/page.tsx"],
  ...["app/(site)/category/[[...path]]/page.tsx", "app/(site)/tag/[...path]/page.tsx"],
  ...["app/(site)/stock/[...path]/page.tsx", "app/(site)/preview/[token]/page.tsx"],
  ...["app/(site)/stock/page.tsx", "app/(site)/stock/a-z/[letter]/page.tsx"],
  ...["app/api/feeds/route.ts#GET", "app/(site)/feeds/page.tsx", "lib/securities/stock-loaders.ts#loadStock"],
  ...["loadFeed", "loadSearchFeed"].map((name) => `lib/feeds/loaders.ts#${name}`),
  "lib/share-images/loaders.ts#loadShareImage",
  ...["loadStockBoard", "loadStockLetter"].map((name) => `lib/securities/board-loaders.ts#${name}`),
  ...["app/(site)/search/page.tsx", "app/api/search/suggest/route.ts#GET", "lib/search/loaders.ts#loadSearch"],
  ...["app/api/auth/[...nextauth]/route.ts#GET", "app/api/auth/[...nextauth]/route.ts#POST"],
  "app/media/[id]/[file]/route.ts#GET",
  ...["app/(site)/articles/[slug]/history/[[...path]]/page.tsx", "app/(site)/articles/[slug]/report/page.tsx"],
  ...["app/(site)/corrections/[[...path]]/page.tsx", "app/(site)/reports/[token]/page.tsx"],
  "app/(site)/reports/not-sent/[why]/page.tsx",
  ...["app/api/reports/route.ts#POST", "app/share/[kind]/[file]/route.ts#GET"],
  ...["app/api/accent/[file]/route.ts#GET", "app/api/qr/[slug]/route.ts#GET"],
  ...["lib/corrections/loaders.ts#loadActs", "lib/reports/loaders.ts#loadOwnReport"],
  ...["lib/reports/marking-loaders.ts#loadMarkable", "lib/revisions/history-loaders.ts#loadHistory"],
  "app/(site)/archive/[[...path]]/page.tsx",
  ...["loadYear", "loadMonth", "loadDay"].map((name) => `lib/archive/loaders.ts#${name}`),
  ...["app/(site)/my/page.tsx", "app/(site)/my/news/page.tsx", "lib/follows/loaders.ts#loadFollowedNews"],
  ...["app/(site)/most-read/[[...path]]/page.tsx", "lib/most-read/loaders.ts#loadMostRead"],
  ...["app/(site)/later/page.tsx", "app/(feeds)/manifest.webmanifest/route.ts#GET"],
  ...["robots.txt", "sitemap.xml", "news-sitemap.xml"].map((name) => `app/(feeds)/${name}/route.ts#GET`),
  ...["lib/indexing/loaders.ts#loadRobots", "lib/sitemaps/loaders.ts#loadSitemapIndex"],
  "lib/sitemaps/loaders.ts#loadNewsSitemap",
  "lib/settings/loaders.ts#loadSite",
  "lib/articles/loaders.ts#loadArticle",
  ...["loadFrontNews", "loadBusiestOutlets", "loadBar"].map((name) => `lib/front/loaders.ts#${name}`),
  ...["loadLive", "loadLiveMark"].map((name) => `lib/live/loaders.ts#${name}`),
  ...["loadMissing", "loadOlderStories", "loadCategory", "loadTopic", "loadDirectory"].map(
    (name) => `lib/articles/list-loaders.ts#${name}`,
  ),
  ...["lib/previews/loaders.ts#loadSharedPreview", "lib/users/loaders.ts#loadSetup", "lib/users/loaders.ts#loadLink"],
];
