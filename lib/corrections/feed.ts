import type { Act } from "@/lib/corrections/loaders";
import { CORRECTION_NAMES } from "@/lib/corrections/validation";
import { articlePath, correctionsFeedPath, correctionsPath } from "@/lib/urls";

const escapeXml = (text: string) =>
  text
    // Characters that XML 1.0 cannot hold at all.
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function say(act: Act): { title: string; text: string; path: string } {
  if (act.act === "takedown") {
    const text = `要求方：${act.requester}；原因：${act.reason}${act.basis && `；依据：${act.basis}`}`;
    return { title: `删除：第 ${act.number} 号`, text, path: correctionsPath };
  }
  const path = articlePath(act.slug);
  if (act.act === "withdrawal") return { title: `撤回：${act.title}`, text: `原因：${act.reason || "未说明"}`, path };
  const name = CORRECTION_NAMES[act.kind];
  return { title: `${name}：${act.title}`, text: `${act.note}原因：${act.reason}`, path };
}

/** The public record as RSS 2.0. */
export function writeCorrectionsFeed(acts: Act[], site: { name: string; url: string }): string {
  const name = escapeXml(site.name);
  const at = (path: string) => escapeXml(`${site.url}${path}`);
  const items = acts.map((act) => {
    const { title, text, path } = say(act);
    return `<item><title>${escapeXml(title)}</title><link>${at(path)}</link><guid isPermaLink="false">${act.act}:${act.id}</guid><pubDate>${new Date(act.at).toUTCString()}</pubDate><description>${escapeXml(text)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>更正与撤稿 - ${name}</title><link>${at(correctionsPath)}</link><description>${name}的更正、撤回与删除记录</description><language>zh-CN</language><atom:link href="${at(correctionsFeedPath)}" rel="self" type="application/rss+xml"/>
${items.join("\n")}
</channel></rss>
`;
}
