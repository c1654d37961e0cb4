import "server-only";
import { checkArticle } from "@/lib/articles/checks";
import type { ArticleRow } from "@/lib/articles/stored";
import { visibleText } from "@/lib/content/text";
import type { Tx } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { listCodeFaults } from "@/lib/securities/queries";

/** A story that is public, or becomes so by the clock, has a text. */
export function requireBody({ kind, wordCount }: Pick<ArticleRow, "kind" | "wordCount">) {
  if (kind === "story" && wordCount === 0)
    throw new AppError("invalid", "正文还空着，不能发布", { bodyHtml: "请写正文" });
}

/** Where the form shows what a check found. */
const FIELD_OF: Record<string, string> = { body: "bodyHtml", image: "bodyHtml" };

/** What blocks in the dialog blocks here too, whoever asks. */
export async function requireNoFault(tx: Tx, article: ArticleRow) {
  const mismatches = await listCodeFaults(tx, `${article.title}\n${visibleText(article.bodyHtml)}`);
  const fault = checkArticle(article, mismatches).find(({ level }) => level === "block");
  if (fault)
    throw new AppError("invalid", `不能发布：${fault.message}`, {
      [FIELD_OF[fault.place] ?? fault.place]: fault.message,
    });
}
