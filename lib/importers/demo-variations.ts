/** A file of the archive: name, text and folder. */
export type DemoFile = { folder: string; name: string; text: string };
type Detector = (files: DemoFile[]) => boolean;

const some =
  (pattern: RegExp): Detector =>
  (files) =>
    files.some(({ text }) => pattern.test(text));
const all =
  (...detectors: Detector[]): Detector =>
  (files) =>
    detectors.every((detector) => detector(files));
const named =
  (pattern: RegExp): Detector =>
  (files) =>
    files.some(({ name }) => pattern.test(name));

const idOf = (name: string) => /(\d{18})\.md$/.exec(name)?.[1] ?? "";
const bodyOf = (text: string) => text.replace(/^\s*---\r?\n[\s\S]*?\r?\n---\r?\n/, "");
const isFlash = ({ text }: DemoFile) => !/<p|<table/.test(text);
const mention = (tag: "a" | "span", word: string) =>
  new RegExp(`<${tag}[^>]*class="(?:keytip|em_stock_key_common)"[^>]*>${word}`);

const hasTwins: Detector = (files) =>
  files.some(
    ({ name }) => /-\d{18}\.md$/.test(name) && files.some((other) => other.name.endsWith(`NW${idOf(name)}.md`)),
  );
const hasGhost: Detector = (files) =>
  files.some(
    ({ name, text }) =>
      /^-\d{18}\.md$/.test(name) && /title: ""/.test(text) && /date: {2}\+0800/.test(text) && /\n<>/.test(text),
  );
const inBothFolders: Detector = (files) =>
  files.some(
    ({ folder, name, text }) =>
      folder === "old_post" &&
      files.some((other) => other.folder === "_posts" && other.name === name && other.text !== text),
  );
const linksToStoryHere: Detector = (files) =>
  files.some(({ text }) =>
    [...text.matchAll(/<a href="https:\/\/finance\.eastmoney\.com\/a\/(\d{18})\.html"/g)].some(([, id]) =>
      files.some(({ name }) => idOf(name) === id),
    ),
  );
const sameSecond: Detector = (files) => {
  const flashes = files
    .filter(isFlash)
    .map(({ name, text }) => ({ id: idOf(name), date: /^date: (.*)$/m.exec(text)?.[1] }));
  return flashes.some((one) => flashes.some((other) => other.id > one.id && other.date === one.date));
};
const hasDigestOf =
  (pattern: RegExp): Detector =>
  (files) =>
    files.some(({ text }) => pattern.test(/^> (.*)$/m.exec(text)?.[1] ?? ""));

/** Every variation of the old posts, by its number in the list that the importer was written against. */
export const VARIATIONS: [what: string, detector: Detector][] = [
  ["1 twins", hasTwins],
  ["2 a ghost", hasGhost],
  ["3 one file in both folders", inBothFolders],
  ["4 a post by hand", all(named(/^\d{4}-\d{2}-\d{2}-[a-z]+\.md$/), some(/^tags: 站长消息$/m))],
  ["5 carriage returns in the body only", some(/^---\n[\s\S]*<\/p>\r\n <p>/)],
  ["5 with and without a final newline", all(some(/\n$/), some(/[^\n]$/))],
  ["6 a leading blank line", some(/^\n---/)],
  ["7 a date without zone, an empty date", all(some(/^date: .{19}$/m), some(/^date: {2}\+0800$/m))],
  ["8 quotes in a title", some(/^title: ".*".+".*"$/m)],
  ["8 a backslash in a title", some(/^title: ".*\\.*"$/m)],
  [
    "9 an empty title in a dated file",
    (files) => files.some(({ name, text }) => /^2/.test(name) && /^title: ""$/m.test(text)),
  ],
  [
    "10 categories with one blank, with two, with capitals",
    all(some(/^categories: \S+ \S+$/m), some(/^categories: \S+ {2}\S+$/m), some(/^categories: .*[A-Z]/m)),
  ],
  ["12 新闻新闻", some(/^tags: \[?\S+新闻新闻/m)],
  ["13 a category page with a wrong title", (files) => files.some(({ folder }) => folder === "category")],
  ["14 an outlet named in the text of a channel's story", some(/tags: \[?东财滚动新闻[\s\S]*文章来源：/)],
  [
    "14 an outlet in the tail of a digest, full and half width",
    all(some(/（[^（）]{2,12}[报社网]）\n/), some(/\([^()]{2,12}[报社网]\)\n/)),
  ],
  [
    "15 digest only, digest with HTML, HTML at once",
    all((files) => files.some(isFlash), some(/\n---\n> .*\n\n</), some(/\n---\n</)),
  ],
  [
    "16 a short title and a digest in the place of the body",
    (files) => files.some((file) => isFlash(file) && /^[^\n<>。]{4,40}\n[^\n<>]+。\n/.test(bodyOf(file.text).trim())),
  ],
  ["17 a digest that holds 】", hasDigestOf(/】/)],
  ["18 a break before the end of a paragraph, a blank inside bold", all(some(/<br \/><\/p>/), some(/\s<\/strong>/))],
  ["18 ● lists, numbered lists", all(some(/<p>●/), some(/1\).*2\)/))],
  [
    "19 hidden paragraphs: break, blank, nbsp",
    all(...["<br />", " ", "&nbsp;"].map((inside) => some(new RegExp(`display:none[^>]*>${inside}</p>`)))),
  ],
  [
    "20 two charts, one, a bare one",
    all(
      some(/StockImg_End[\s\S]*StockImg_End/),
      (files) => files.some(({ text }) => text.split("EM_StockImg_Start").length === 2),
      some(/StockImg_Start --><p[^>]*><img/),
    ),
  ],
  ["21 codes in plain text", all(some(/\(\d{6}\)/), some(/（\d{6}）/), some(/\(\d{6}\.SZ\)/), some(/\(\d{4,5}\.HK\)/))],
  [
    "22 first mention, sector, Hong Kong, glossary, index",
    all(
      some(/id="stock_\d/),
      some(/id="bk_90/),
      some(/id="Info\.116\./),
      some(/class="infokey"/),
      some(/unify\/r\/0\.399/),
    ),
  ],
  [
    "23 later mentions, nested, adjacent",
    all(
      some(mention("span", "")),
      some(/<strong>[^<]*<span[^>]*(?:em_stock|id="stock)/),
      some(/<\/span><span (?:web|id="(?:bk|stock)_)/),
    ),
  ],
  [
    "24 绿色经济 and a sector inside a name",
    all(
      some(/data-code="116,01315"[^>]*>绿色经济/),
      some(/[\p{Script=Han}]<span[^>]*data-code="90,BK0473"[^>]*>证券/u),
    ),
  ],
  [
    "25 Image, image, 图片, none; foreign with its full size",
    all(
      ...["Image", "image", "图片"].map((alt) => some(new RegExp(`<img[^>]*alt="${alt}"`))),
      some(/<img src="\/(?![^>]*alt=)[^>]*>/),
      some(/<img src="https?:[^>]*orginial_src=/),
      some(/<p style="text-align:center;">图片来源/),
    ),
  ],
  [
    "26 tables with and without a head",
    all(some(/<table[^>]*><thead>/), some(/<table[^>]*><tbody>/), some(/<table[^>]*><tr>/)),
  ],
  ["27 a link to a story that is here", linksToStoryHere],
  ["28 entities", some(/《&lt;/)],
  ["29 ideographic blanks, ――, a figure's missing blank", all(some(/　　/), some(/――|——/))],
  [
    "30 attribution glued, with keywords, on its own, absent",
    all(
      some(/[^\s>]（文章来源：[^<]*）<\/p>/),
      some(/（文章来源：[^）]*<span/),
      some(/<p class="em_media">（文章来源/),
      (files) => files.some((file) => isFlash(file) && !/文章来源/.test(file.text)),
    ),
  ],
  [
    "31 source: provider, proxy, choicewzp1, empty, absent",
    all(
      some(/\n<http:\/\/[a-z]+\.example\.com\/news\//),
      some(/<http:\/\/finews\.zning\.xyz\/html_News/),
      some(/<http:\/\/choicewzp1/),
      some(/\n<>/),
      (files) => files.some(({ name, text }) => idOf(name) !== "" && !/\n<(?:http.*)?>\s*(?:\n|$)/.test(text)),
    ),
  ],
  [
    "32 footers",
    all(
      (files) => files.some(({ text }) => !/返回首页/.test(text)),
      some(/\]\(\.\.\/emnews\/\)\n/),
      some(/\]\(\/\/finews\.zning\.me\/[^)]*\)\n/),
      some(/\]\(\/\/finews\.withounder\.com\/[^)]*\)\n/),
      some(/emnews\/\)｜/),
      some(/category\/.*\.html\)｜/),
      some(/withounder\.com\/(?!emnews|category)[a-z]+\/\)/),
    ),
  ],
  ["33 flashes of one second", sameSecond],
];
