import { z } from "zod";
import { decodeCursor } from "@/lib/cursor";
import { FOLLOWED_PATH, MOST_OUTLETS, MOST_SECURITIES } from "@/lib/follows/format";
import { decodeParts } from "@/lib/route-params";

const MOST = MOST_SECURITIES + MOST_OUTLETS;

/** `/stock/SH600519` or `/category/<slug>`, percent-encoded as pages link to it; nothing where that says no name. */
const followed = z
  .string("名单里有一项不是地址")
  .regex(FOLLOWED_PATH, "名单里有一项不是证券页或媒体页的地址")
  .transform((path) => {
    const [, list, name = ""] = decodeParts(path.split("/")) ?? [];
    return /^\P{Cc}+$/u.test(name) ? [{ list, name }] : [];
  });

/** What the news are asked of: a list of pages that are followed, and behind which line the older ones begin. */
export const newsInput = z
  .object(
    {
      follows: z.array(followed, { error: "缺少名单" }).max(MOST, `名单最多 ${MOST} 项`),
      before: z
        .string("翻页位置不对")
        .max(60, "翻页位置不对")
        .refine((text) => text === "" || decodeCursor(text) !== null, "翻页位置不对")
        .default(""),
    },
    "缺少名单",
  )
  .transform(({ follows, before }) => {
    const namesOf = (wanted: string) => [
      ...new Set(
        follows
          .flat()
          .filter(({ list }) => list === wanted)
          .map(({ name }) => name),
      ),
    ];
    return { symbols: namesOf("stock"), slugs: namesOf("category"), before };
  })
  .refine(({ symbols }) => symbols.length <= MOST_SECURITIES, `最多关注 ${MOST_SECURITIES} 个证券`)
  .refine(({ slugs }) => slugs.length <= MOST_OUTLETS, `最多关注 ${MOST_OUTLETS} 家媒体`);

export type NewsInput = z.output<typeof newsInput>;
