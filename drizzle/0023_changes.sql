CREATE TABLE "article_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"number" bigint,
	"article_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_changes_kind" CHECK ("article_changes"."kind" in ('published', 'updated', 'corrected', 'withdrawn', 'taken_down'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "article_changes_number_key" ON "article_changes" USING btree ("number");--> statement-breakpoint
CREATE INDEX "article_changes_waiting_idx" ON "article_changes" USING btree ("id") WHERE "article_changes"."number" is null;