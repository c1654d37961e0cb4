export type BodyParts = {
  /** Text of the `> …` lines. */
  digest: string;
  html: string;
  /** Markdown paragraphs of a post that holds no HTML. */
  text: string;
  sourceLink: string;
  /** How late the form of the footer came into use; 0 is none. */
  footerForm: number;
};

const FOOTER = /\s*\[返回[^\]\n]*\]\(([^)\n]*(?:\([^)\n]*\)[^)\n]*)*)\)(?:｜|\s)*\[返回首页\]\(([^)\n]*)\)\s*$/;
const SOURCE_LINK = /(?:^|\n)[ \t]*<((?:https?:)?(?:\/\/[^>\s]*)?)>\s*$/;
const HTML =
  /<(?:p|center|div|img|table|span|a|br|strong|!--|section|figure|ul|ol|h[1-6]|blockquote|iframe|video|style|script)\b|<!--/i;

function footerForm(outletUrl: string, homeUrl: string, joined: boolean): number {
  if (homeUrl.startsWith("..")) return 1;
  if (!joined) return /zning/.test(homeUrl) ? 2 : 3;
  return /\/category\//.test(outletUrl) ? 5 : 4;
}

/** Cuts a post's body into its parts. What belongs to no other part stays in `html` or `text`. */
export function splitBody(body: string): BodyParts {
  let rest = body;
  let form = 0;
  const footer = FOOTER.exec(rest);
  if (footer) {
    form = footerForm(footer[1]!, footer[2]!, footer[0].includes("｜"));
    rest = rest.slice(0, footer.index);
  }
  const link = SOURCE_LINK.exec(rest);
  if (link) rest = rest.slice(0, link.index);

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
    footerForm: form,
  };
}

const TAG_IN_TEXT = /<(?!\/?(?:p|br|strong|em|b|i|a|span|sub|sup)\b)/gi;

/** Plain paragraphs as HTML. Entities stand as they are, to be decoded once by the parser; `1<2` is not a tag. */
export const textToHtml = (text: string, separator = "</p><p>"): string =>
  text === ""
    ? ""
    : `<p>${text
        .replace(TAG_IN_TEXT, "&lt;")
        .trim()
        .split(/\s*\n\s*/)
        .join(separator)}</p>`;
