import type { Act } from "@/lib/corrections/loaders";
import { CORRECTION_NAMES } from "@/lib/corrections/validation";
import { writeRss } from "@/lib/feeds/rss";
import { articlePath, correctionsFeedPath, correctionsPath } from "@/lib/urls";

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
export const writeCorrectionsFeed = (acts: Act[], site: { name: string; url: string }): string =>
  writeRss(
    {
      title: `更正与撤稿 - ${site.name}`,
      description: `${site.name}的更正、撤回与删除记录`,
      path: correctionsPath,
      feedPath: correctionsFeedPath,
      siteUrl: site.url,
    },
    acts.map((act) => ({ ...say(act), id: `${act.act}:${act.id}`, at: act.at })),
  );
