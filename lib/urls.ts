/** Paths of the site. Slugs are encoded here and decoded in the routes, nowhere else. */
export const homePath = "/";
export const articlePath = (slug: string) => `/articles/${encodeURIComponent(slug)}`;
export const categoriesPath = "/category";
export const categoryPath = (slug: string) => `/category/${encodeURIComponent(slug)}`;
export const tagPath = (slug: string) => `/tag/${encodeURIComponent(slug)}`;
export const stocksPath = "/stock";
export const stockPath = (symbol: string) => `/stock/${encodeURIComponent(symbol)}`;
/** The lists of a security's page beside the first. */
export const stockTabPath = (symbol: string, tab: "direct" | "sector" | "flashes") =>
  tab === "direct" ? stockPath(symbol) : `${stockPath(symbol)}/${tab}`;
/** The directory of securities, one page a letter (`0`: none); no symbol has a hyphen. */
export const stockLetterPath = (letter: string) => `${stocksPath}/a-z/${letter}`;
/** The one page that reads a query string: see lib/search/filters.ts. */
export const searchPath = "/search";
export const archivePath = "/archive";
/** `2026`, `2026-11` or `2026-11-24`, in Beijing: each part of the archive has a page. */
export const archivePartPath = (part: string) => `${archivePath}/${part.replaceAll("-", "/")}`;
export const livePath = "/live";
/** Only what is marked as important. */
export const liveImportantPath = "/live/important";
/** What was read most in a day, and in seven. */
export const mostReadPath = "/most-read";
export const mostReadWeekPath = "/most-read/7d";
/** What open pages listen to, or ask again and again (server/web/live.ts). */
export const liveStreamPath = "/api/live";
export const livePollPath = "/api/live/news";
/** Where an article says who else tells its story. */
export const clusterPath = (slug: string) => `${articlePath(slug)}#cluster`;
export const historyPath = (slug: string) => `${articlePath(slug)}/history`;
/** The QR code of an article's address, an SVG picture. */
export const articleCodePath = (slug: string) => `/api/qr/${encodeURIComponent(slug)}`;
/** Where a reader marks a sentence that is wrong. */
export const reportErrorPath = (slug: string) => `${articlePath(slug)}/report`;
/** What a reader follows, which only their browser knows, and where the news of it is asked for (by POST). */
export const myPath = "/my";
export const myNewsPath = "/my/news";
/** What this browser keeps: islands/worker/sw.ts names it too. */
export const laterPath = "/later";
export const manifestPath = "/manifest.webmanifest";
export const correctionsPath = "/corrections";
/** The page about the API, and a story as a card on other sites. */
export const developersPath = "/developers";
export const embedPath = (slug: string) => `/embed/${encodeURIComponent(slug)}`;
export const oembedPath = "/api/oembed";
/** Where a reader sees what became of their report. The address is the secret. */
export const reportPath = (token: string) => `/reports/${encodeURIComponent(token)}`;
/** One-time links of people: invitations and new passwords. */
export const accessPath = (token: string) => `/access?token=${encodeURIComponent(token)}`;
export const previewPath = (token: string) => `/preview/${encodeURIComponent(token)}`;

/** The page of a list that begins behind `cursor`; it stands in the path so that it is cached like any other. */
export const olderPath = (listPath: string, cursor: string) => `${listPath === "/" ? "" : listPath}/before/${cursor}`;

/** First parts of addresses that are not reader pages: the page server leaves them to Next. */
const NOT_FOR_READERS = new Set("admin api _next sign-in setup access search preview media reports".split(" "));
export const isForReaders = (firstPart: string) => !NOT_FOR_READERS.has(firstPart);
