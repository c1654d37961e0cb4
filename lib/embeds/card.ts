import { createHash } from "node:crypto";
import { escapeAttribute, escapeText } from "@/lib/content/grammar";
import { beijingIso, longTime } from "@/lib/dates";
import { sentWith } from "@/lib/indexing/policy";
import type { Site } from "@/lib/settings/defaults";
import { articlePath, homePath } from "@/lib/urls";
import { cardStyle } from "./card-style";
import type { Embed, FoundEmbed } from "./find-embed";

type Card = { html: string; headers: Record<string, string> };
type Around = { site: Site; siteUrl: string };
type Gone = Exclude<FoundEmbed, { state: "public" | "moved" }>;

/** Opens beside the page that shows the card, never inside of it. */
const link = (href: string, text: string) =>
  `<a href="${escapeAttribute(href)}" target="_blank" rel="noopener">${escapeText(text)}</a>`;

function shown({ slug, title, summary, publishAt, outlet, picture }: Embed, { site, siteUrl }: Around): string {
  const address = siteUrl + articlePath(slug);
  const image =
    picture &&
    `<img src="${escapeAttribute(siteUrl + picture.path)}" alt="${escapeAttribute(picture.alt)}" width="${picture.width}" height="${picture.height}">`;
  return `<p class="from"><b>${escapeText(outlet.name)}</b><time datetime="${beijingIso(publishAt)}">${longTime(publishAt)}</time></p>
<div class="text"><h1>${link(address, title)}</h1>${summary && `<p>${escapeText(summary)}</p>`}</div>
${image ? `<div class="picture">${image}</div>` : ""}
<p class="more">${link(address, `在${site.name}阅读`)}</p>`;
}

const WORDS = {
  withdrawn: "这篇报道已撤回",
  "taken-down": "这篇报道已按要求删除",
  missing: "没有这篇报道",
};

function gone(found: Gone, slug: string, { site, siteUrl }: Around): string {
  const says = found.state === "withdrawn" ? `原因：${found.reason || "未说明"}` : "";
  const onward =
    found.state === "missing"
      ? link(siteUrl + homePath, `打开${site.name}`)
      : link(siteUrl + articlePath(slug), `在${site.name}看说明`);
  return `<p class="from"><b>${escapeText(site.name)}</b></p>
<div class="text"><h1>${WORDS[found.state]}</h1>${says && `<p>${escapeText(says)}</p>`}</div>
<p class="more">${onward}</p>`;
}

/**
 * The card as a page that other sites may show in a frame: no script, nothing of third parties, and nothing that a form
 * or a base address could be slipped into.
 */
export function writeCard(found: Exclude<FoundEmbed, { state: "moved" }>, slug: string, around: Around): Card {
  const { site, siteUrl } = around;
  const style = cardStyle(site);
  const title = found.state === "public" ? found.embed.title : WORDS[found.state];
  const body = found.state === "public" ? shown(found.embed, around) : gone(found, slug, around);
  const indexing = sentWith("embed", found.state === "public" ? found.embed.policy : undefined);
  const metas = Object.entries({ robots: indexing.robots, ...indexing.meta })
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join("");
  const canonical = escapeAttribute(siteUrl + articlePath(slug));
  const html = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeText(`${title} - ${site.name}`)}</title><link rel="canonical" href="${canonical}">${metas}<style>${style}</style></head><body><main>${body}</main></body></html>`;
  const hash = createHash("sha256").update(style).digest("base64");
  return {
    html,
    headers: {
      "Content-Security-Policy": `default-src 'none'; img-src ${new URL(siteUrl).origin}; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
      ...indexing.headers,
    },
  };
}
