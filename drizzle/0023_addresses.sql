CREATE TABLE "missing_ignored" (
	"path" text PRIMARY KEY NOT NULL,
	"ignored_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "takedowns" ADD COLUMN "gone_hashes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "redirects" ADD COLUMN "origin" text DEFAULT 'desk' NOT NULL;--> statement-breakpoint
CREATE INDEX "takedowns_gone_idx" ON "takedowns" USING gin ("gone_hashes");--> statement-breakpoint
CREATE INDEX "articles_slug_case_idx" ON "articles" USING btree (lower("slug")) WHERE "articles"."slug" <> lower("articles"."slug");--> statement-breakpoint
CREATE INDEX "articles_gone_idx" ON "articles" USING btree ("publish_at") WHERE "articles"."status" in ('withdrawn', 'trashed');--> statement-breakpoint
CREATE INDEX "category_aliases_case_idx" ON "category_aliases" USING btree (lower("alias"));--> statement-breakpoint
CREATE INDEX "redirects_case_idx" ON "redirects" USING btree (lower("from_path")) WHERE "redirects"."from_path" <> lower("redirects"."from_path");