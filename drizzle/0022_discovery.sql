CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"hint" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "api_tokens_scopes" CHECK ('read' = any("api_tokens"."scopes") and "api_tokens"."scopes" <@ array['read', 'full-text'])
);
--> statement-breakpoint
CREATE TABLE "article_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"number" bigint,
	"article_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_changes_kind" CHECK ("article_changes"."kind" in ('published', 'updated', 'corrected', 'withdrawn', 'taken_down'))
);
--> statement-breakpoint
CREATE TABLE "push_channels" (
	"channel" text PRIMARY KEY NOT NULL,
	"taken_up_to" bigint NOT NULL,
	"lease_by" uuid,
	"lease_until" timestamp with time zone,
	"paused_until" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"quota_left" integer,
	"quota_day" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "push_requests" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"addresses" integer NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "push_requests_outcome" CHECK ("push_requests"."outcome" in ('told', 'later', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "pushes" (
	"channel" text NOT NULL,
	"target" text NOT NULL,
	"article_id" uuid,
	"change" bigint NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"refused_at" timestamp with time zone,
	"fault" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pushes_channel_target_pk" PRIMARY KEY("channel","target"),
	CONSTRAINT "pushes_channel" CHECK ("pushes"."channel" in ('websub', 'indexnow', 'baidu'))
);
--> statement-breakpoint
CREATE TABLE "sitemap_months" (
	"month" text NOT NULL,
	"category_id" uuid NOT NULL,
	"published" integer NOT NULL,
	"version" bigint NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"policy_at" timestamp with time zone,
	CONSTRAINT "sitemap_months_month_category_id_pk" PRIMARY KEY("month","category_id")
);
--> statement-breakpoint
CREATE TABLE "missing_ignored" (
	"path" text PRIMARY KEY NOT NULL,
	"ignored_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "takedowns" ADD COLUMN "gone_hashes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "indexing" text DEFAULT 'index' NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "in_news" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "ai_crawlers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "feed_text" text DEFAULT 'summary' NOT NULL;--> statement-breakpoint
ALTER TABLE "redirects" ADD COLUMN "origin" text DEFAULT 'desk' NOT NULL;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sitemap_months" ADD CONSTRAINT "sitemap_months_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_hash_key" ON "api_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "article_changes_number_key" ON "article_changes" USING btree ("number");--> statement-breakpoint
CREATE INDEX "article_changes_waiting_idx" ON "article_changes" USING btree ("id") WHERE "article_changes"."number" is null;--> statement-breakpoint
CREATE INDEX "push_requests_list_idx" ON "push_requests" USING btree ("channel","at");--> statement-breakpoint
CREATE INDEX "push_requests_outcome_idx" ON "push_requests" USING btree ("channel","outcome","at");--> statement-breakpoint
CREATE INDEX "pushes_waiting_idx" ON "pushes" USING btree ("channel","change") WHERE "pushes"."refused_at" is null;--> statement-breakpoint
CREATE INDEX "pushes_refused_idx" ON "pushes" USING btree ("channel","refused_at") WHERE "pushes"."refused_at" is not null;--> statement-breakpoint
CREATE INDEX "sitemap_months_category_idx" ON "sitemap_months" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "takedowns_gone_idx" ON "takedowns" USING gin ("gone_hashes");--> statement-breakpoint
CREATE INDEX "articles_slug_case_idx" ON "articles" USING btree (lower("slug")) WHERE "articles"."slug" <> lower("articles"."slug");--> statement-breakpoint
CREATE INDEX "articles_left_day_idx" ON "articles" USING btree ("publish_at") WHERE "articles"."status" in ('withdrawn', 'trashed');--> statement-breakpoint
CREATE INDEX "articles_top_idx" ON "articles" USING btree ("publish_at","id") WHERE "articles"."status" = 'published' and "articles"."kind" = 'flash' and "articles"."level" = 3;--> statement-breakpoint
CREATE INDEX "articles_gone_place_idx" ON "articles" USING btree ("publish_at","id") WHERE ("articles"."status" = 'withdrawn' or "articles"."status" = 'trashed' and "articles"."trashed_from" in ('published', 'withdrawn')) and "articles"."publish_at" is not null;--> statement-breakpoint
CREATE INDEX "articles_gone_idx" ON "articles" USING btree (coalesce("withdrawn_at", "updated_at"),"id") WHERE ("articles"."status" = 'withdrawn' or "articles"."status" = 'trashed' and "articles"."trashed_from" in ('published', 'withdrawn')) and "articles"."publish_at" is not null;--> statement-breakpoint
CREATE INDEX "category_aliases_case_idx" ON "category_aliases" USING btree (lower("alias"));--> statement-breakpoint
CREATE INDEX "redirects_case_idx" ON "redirects" USING btree (lower("from_path")) WHERE "redirects"."from_path" <> lower("redirects"."from_path");--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_indexing" CHECK ("categories"."indexing" in ('index', 'noindex'));--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_feed_text" CHECK ("categories"."feed_text" in ('full', 'summary'));