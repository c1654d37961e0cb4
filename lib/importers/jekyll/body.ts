export type BodyParts = {
  /** Text of the `> …` lines. */
  digest: string;
  html: string;
  /** Markdown paragraphs of a post that holds no HTML. */
  text: string;
  sourceLink: string;
  /** How late the form of the footer came into use; 0 is none. */
  footerForm: number;
  /** `甲新闻` of `[返回甲新闻](…)`, the second witness of the outlet. */
  footerOutlet: string;
};

const HOME_LINK = "[返回首页](";
const OUTLET_LINK = /^\[返回(.*)\]\((.*)\)$/;
const SOURCE_LINK = /^<((?:https?:)?(?:\/\/[^>\s]*)?)>$/;
const HTML =
  /<(?:p|center|div|img|table|span|a|br|strong|!--|section|figure|ul|ol|h[1-6]|blockquote|iframe|video|style|script)\b|<!--/i;

function footerForm(outletUrl: string, homeUrl: string, joined: boolean): number {
  if (homeUrl.startsWith("..")) return 1;
  if (!joined) return /zning/.test(homeUrl) ? 2 : 3;
  return /\/category\//.test(outletUrl) ? 5 : 4;
}

type Footer = { rest: string; form: number; outlet: string };

/** Takes the two links at the end off. Plain string work: a pattern with so many blanks in it could be made to hang. */
function takeFooter(body: string): Footer {
  const none = { rest: body, form: 0, outlet: "" };
  const end = body.trimEnd();
  const homeAt = end.lastIndexOf(HOME_LINK);
  const homeUrl = end.slice(homeAt + HOME_LINK.length, -1);
  if (homeAt < 0 || !end.endsWith(")") || /[\n)]/.test(homeUrl)) return none;
  let gapAt = homeAt;
  while (gapAt > 0 && /[\s｜]/.test(end[gapAt - 1]!)) gapAt--;
  const outletAt = end.lastIndexOf("[返回", gapAt - 1);
  const link = outletAt < 0 ? null : OUTLET_LINK.exec(end.slice(outletAt, gapAt));
  if (!link) return none;
  const joined = end.slice(gapAt, homeAt).includes("｜");
  return { rest: end.slice(0, outletAt).trimEnd(), form: footerForm(link[2]!, homeUrl, joined), outlet: link[1]! };
}

/** The label of the footer's first link; for headers that do not name the outlet. */
export const outletInFooter = (body: string): string => takeFooter(body).outlet;

/** Cuts a post's body into its parts. What belongs to no other part stays in `html` or `text`. */
export function splitBody(body: string): BodyParts {
  const footer = takeFooter(body);
  const end = footer.rest.trimEnd();
  const lineAt = end.lastIndexOf("\n") + 1;
  const link = SOURCE_LINK.exec(end.slice(lineAt).trim());
  const rest = link ? end.slice(0, lineAt) : footer.rest;

  const digest: string[] = [];
  let from = 0;
  for (const line of rest.matchAll(/[^\n]*(?:\n|$)/g)) {
    const text = line[0].trim();
    if (text.startsWith("> ") || text === ">") digest.push(text.slice(1).trim());
    else if (text !== "" || line[0] === "") break;
    from += line[0].length;
  }
  const main = rest.slice(from).trim();
  const isHtml = HTML.test(main);
  return {
    digest: digest.filter(Boolean).join("\n"),
    html: isHtml ? main : "",
    text: isHtml ? "" : main,
    sourceLink: link?.[1] ?? "",
    footerForm: footer.form,
    footerOutlet: footer.outlet,
  };
}

const TAG_IN_TEXT = /<(?!\/?(?:p|br|strong|em|b|i|a|span|sub|sup)\b)/gi;

/** Plain paragraphs as HTML. Entities stand as they are, to be decoded once by the parser; `1<2` is not a tag. */
export const textToHtml = (text: string, separator = "</p><p>"): string =>
  text === ""
    ? ""
    : `<p>${text
        .replace(TAG_IN_TEXT, "&lt;")
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean)
        .join(separator)}</p>`;
