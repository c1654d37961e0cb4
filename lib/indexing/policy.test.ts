import { describe, expect, test } from "vitest";
import { isAiCrawler } from "./crawlers";
import { type OutletPolicy, PAGE_KINDS, sentWith } from "./policy";
import { writeRobots } from "./robots";

const open: OutletPolicy = { indexing: "index", inNews: true, aiCrawlers: true };
const INDEXED = "index, follow, max-image-preview:large";
const BARRED = "noindex, follow";
const NO_AI = "noai, noimageai";
const NO_NEWS = "googlebot-news: noindex";

/** Everything that an outlet can decide, and what is sent of its articles. */
const ARTICLES: [OutletPolicy, string, Record<string, string>, inSitemap: boolean, inNews: boolean][] = [
  [open, INDEXED, {}, true, true],
  [{ ...open, inNews: false }, `${INDEXED}, ${NO_NEWS}`, { "googlebot-news": "noindex" }, true, false],
  [{ ...open, aiCrawlers: false }, `${INDEXED}, ${NO_AI}`, { "tdm-reservation": "1" }, true, true],
  [
    { ...open, inNews: false, aiCrawlers: false },
    `${INDEXED}, ${NO_AI}, ${NO_NEWS}`,
    { "googlebot-news": "noindex", "tdm-reservation": "1" },
    true,
    false,
  ],
  [{ ...open, indexing: "noindex" }, BARRED, {}, false, false],
  [{ ...open, indexing: "noindex", inNews: false }, BARRED, {}, false, false],
  [
    { ...open, indexing: "noindex", aiCrawlers: false },
    `${BARRED}, ${NO_AI}`,
    { "tdm-reservation": "1" },
    false,
    false,
  ],
  [
    { indexing: "noindex", inNews: false, aiCrawlers: false },
    `${BARRED}, ${NO_AI}`,
    { "tdm-reservation": "1" },
    false,
    false,
  ],
];

describe("an outlet's articles", () => {
  test.each(ARTICLES)("%j", (policy, header, meta, inSitemap, inNewsSitemap) => {
    const sent = sentWith("article", policy);
    expect(sent.headers["X-Robots-Tag"]).toBe(header);
    expect(sent.headers["tdm-reservation"]).toBe(policy.aiCrawlers ? undefined : "1");
    expect(sent).toMatchObject({ meta, inSitemap, inNewsSitemap });
    expect(header.startsWith(sent.robots)).toBe(true);
  });

  test("its own page is as its articles are, but no news", () => {
    for (const [policy, header, , inSitemap] of ARTICLES) {
      const sent = sentWith("outlet", policy);
      expect([sent.headers["X-Robots-Tag"], sent.inSitemap, sent.inNewsSitemap]).toEqual([header, inSitemap, false]);
    }
  });
});

describe("every kind of page", () => {
  const EXPECTED = {
    article: [INDEXED, true],
    outlet: [INDEXED, true],
    list: [INDEXED, true],
    further: [INDEXED, false],
    facet: ["noindex, follow", false],
    empty: ["noindex, follow", false],
    search: ["noindex, follow", false],
    derived: ["noindex, follow", false],
    personal: ["noindex, nofollow", false],
    secret: ["noindex, nofollow, noarchive", false],
    desk: ["noindex, nofollow", false],
    embed: ["noindex", false],
    feed: ["noindex", false],
    data: ["noindex", false],
    missing: ["noindex", false],
  } as const;

  test.each(PAGE_KINDS)("%s", (kind) => {
    const sent = sentWith(kind, open);
    expect([sent.robots, sent.inSitemap]).toEqual(EXPECTED[kind]);
    expect(sent.headers).toEqual({ "X-Robots-Tag": sent.robots });
  });

  test("no policy makes what is never indexed indexable, or what many share unindexed", () => {
    for (const [policy] of ARTICLES) {
      for (const kind of PAGE_KINDS) {
        const isNever = EXPECTED[kind][0].startsWith("noindex");
        const isShared = kind === "list" || kind === "facet";
        const { robots } = sentWith(kind, policy);
        if (isNever || isShared) expect(robots, kind).toBe(EXPECTED[kind][0]);
      }
    }
  });
});

describe("robots.txt", () => {
  const robots = (...outlets: [slug: string, aiCrawlers: boolean][]) =>
    writeRobots(
      "https://news.test",
      outlets.map(([slug, aiCrawlers]) => ({ slug, aiCrawlers })),
    );
  /** The rules of the group that names a crawler. */
  const rulesFor = (text: string, agent: string) =>
    text
      .split("\n\n")
      .find((group) => group.split("\n").includes(`User-agent: ${agent}`))
      ?.split("\n")
      .filter((line) => !line.startsWith("User-agent:"));

  test("keeps the newsroom closed, hides nothing that must say noindex itself, and names the sitemaps", () => {
    const text = robots();
    const closed = rulesFor(text, "*")!;
    expect(closed).toContain("Disallow: /admin");
    expect(closed.filter((line) => /search|preview|reports|stock|articles/.test(line))).toEqual([]);
    expect(text).toContain("\nSitemap: https://news.test/sitemap.xml\nSitemap: https://news.test/news-sitemap.xml\n");
  });

  test.each([
    ["no outlet", robots()],
    ["outlets that all forbid it", robots(["jia", false], ["yi", false])],
  ])("of %s AI crawlers may open nothing", (_what, text) => {
    for (const agent of ["GPTBot", "ClaudeBot", "Google-Extended", "CCBot", "PerplexityBot", "Bytespider"])
      expect(rulesFor(text, agent)).toEqual(["Disallow: /"]);
  });

  test("where some allow it, their pages are open, and articles, which the page server tells apart", () => {
    expect(rulesFor(robots(["jia", true], ["jiabao", false]), "GPTBot")).toEqual([
      ...["Disallow: /", "Allow: /articles/", "Allow: /category/jia$", "Allow: /category/jia/"],
    ]);
  });

  test("where all allow it, AI crawlers may open what others may", () => {
    const text = robots(["jia", true]);
    expect(rulesFor(text, "GPTBot")).toEqual(rulesFor(text, "*")!.filter((line) => line.startsWith("Disallow")));
  });
});

test.each([
  ["Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)", true],
  ["Mozilla/5.0 (compatible; ClaudeBot/1.0; +claudebot@anthropic.com)", true],
  ["CCBot/2.0 (https://commoncrawl.org/faq/)", true],
  ["meta-externalagent/1.1", true],
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", false],
  ["Mozilla/5.0 (compatible; bingbot/2.0)", false],
  ["Mozilla/5.0 (compatible; Claude-User/1.0)", false],
  ["Mozilla/5.0 (X11; Linux x86_64) Chrome/142.0.0.0 Safari/537.36", false],
  [undefined, false],
])("%s gathers texts for language models: %s", (agent, is) => {
  expect(isAiCrawler(agent)).toBe(is);
});
