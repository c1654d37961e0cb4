import "server-only";
import { z } from "zod";
import { standingOf } from "@/lib/articles/standing";
import type { Db } from "@/lib/db/client";
import { findTag } from "@/lib/tags/queries";
import { findTakedown } from "@/lib/takedowns/queries";
import { articlePath, categoryPath, tagPath } from "@/lib/urls";
import { shareFor } from "../caller";
import { findOutlet } from "../catalogue-queries";
import { packPosition, unpackPosition } from "../cursor";
import { presentArticle } from "../present";
import { Problem } from "../problem";
import * as queries from "../queries";
import { spanOf } from "../schemas/params";
import { slugNow, withParameter } from "./moved";
import type { Asked, Handler, Moved } from "./types";

type Found = { categoryId: string | undefined; tagId: string | undefined };

/** What the slugs of a list's conditions mean; one that moved leads to the list as it is asked for today. */
export async function readSlugs(
  db: Db,
  path: string,
  { category, tag }: { category?: string | undefined; tag?: string | undefined },
  given: URLSearchParams,
): Promise<Found | Moved> {
  const found: Found = { categoryId: undefined, tagId: undefined };
  if (category !== undefined) {
    found.categoryId = (await findOutlet(db, category))?.id;
    if (!found.categoryId)
      return { movedTo: withParameter(path, given, "category", await slugNow(db, categoryPath(category))) };
  }
  if (tag !== undefined) {
    found.tagId = (await findTag(db, tag))?.id;
    if (!found.tagId) return { movedTo: withParameter(path, given, "tag", await slugNow(db, tagPath(tag))) };
  }
  return found;
}

export const listArticles: Handler<"listArticles"> = async ({ db, site, caller, query, given }) => {
  const found = await readSlugs(db, "/articles", query, given);
  if ("movedTo" in found) return found;
  const { kind, level, symbol, cursor, limit, text } = query;
  const { items, hasMore } = await queries.listArticles(
    db,
    { ...found, kind, level: level && Number(level), symbol: symbol?.toUpperCase(), ...spanOf(query) },
    { after: unpackPosition(cursor), limit, share: shareFor(caller, text) },
  );
  const last = items.at(-1);
  return {
    items: items.map((row) => presentArticle(row, site.licence)),
    next: hasMore && last ? packPosition({ at: last.listedAt, id: last.id }) : null,
  };
};

const isId = (text: string) => z.uuid().safeParse(text).success;

export const getArticle: Handler<"getArticle"> = async (asked) => {
  const { db, site, caller, param, query } = asked;
  const share = shareFor(caller, query.text);
  const row =
    (isId(param) ? await queries.findArticle(db, { id: param }, share) : null) ??
    (await queries.findArticle(db, { slug: param }, share));
  const standing = row ? standingOf(row, new Date()) : "hidden";
  if (row && standing === "public") return presentArticle(row, site.licence);
  if (row && standing === "withdrawn")
    throw new Problem("gone", `这篇已撤回。原因：${row.withdrawnReason || "未说明"}。`);
  if (row && standing === "taken-down") throw await takenDown(db, row.id);
  if (row) throw new Problem("not-found");
  return movedArticle(asked);
};

async function takenDown(db: Db, id: string) {
  const record = await findTakedown(db, id);
  return new Problem("gone", `这篇已删除，记录第 ${record?.number} 号。原因：${record?.reason}。`);
}

async function movedArticle({ db, param, given }: Asked<"getArticle">): Promise<Moved> {
  const path = articlePath(await slugNow(db, articlePath(param)));
  return { movedTo: given.size > 0 ? `${path}?${given}` : path };
}
