"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import * as commands from "@/lib/articles/commands";
import * as reviewing from "@/lib/articles/review-commands";
import { reviewArticle as review } from "@/lib/articles/review-queries";
import * as scheduling from "@/lib/articles/schedule-commands";
import * as inputs from "@/lib/articles/validation";
import type { Written } from "@/lib/articles/write";
import { registeredStore } from "@/lib/cache/page-store";

/** Drops the pages concerned from this instance at once and hands the form what it has to know. */
function settle({ article, tags }: Written) {
  registeredStore()?.expireTags(tags);
  refresh();
  const { id, slug, version, status } = article;
  return { id, slug, version, status, publishAt: article.publishAt?.toISOString() ?? null };
}

export const publishArticle = defineAction(inputs.publishArticleInput, async (ctx, input) =>
  settle(await commands.publishArticle(ctx, input)),
);
export const unpublishArticle = defineAction(inputs.unpublishArticleInput, async (ctx, input) =>
  settle(await commands.unpublishArticle(ctx, input)),
);
export const unscheduleArticle = defineAction(inputs.moveArticleInput, async (ctx, input) =>
  settle(await scheduling.unscheduleArticle(ctx, input)),
);
export const submitArticle = defineAction(inputs.moveArticleInput, async (ctx, input) =>
  settle(await reviewing.submitArticle(ctx, input)),
);
export const recallArticle = defineAction(inputs.moveArticleInput, async (ctx, input) =>
  settle(await reviewing.recallArticle(ctx, input)),
);
export const returnArticle = defineAction(inputs.returnArticleInput, async (ctx, input) =>
  settle(await reviewing.returnArticle(ctx, input)),
);
export const trashArticle = defineAction(inputs.moveArticleInput, async (ctx, input) =>
  settle(await commands.trashArticle(ctx, input)),
);
export const restoreArticle = defineAction(inputs.moveArticleInput, async (ctx, input) =>
  settle(await commands.restoreArticle(ctx, input)),
);

export const reviewArticle = defineAction(inputs.reviewInput, review);
