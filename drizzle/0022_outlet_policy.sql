ALTER TABLE "categories" ADD COLUMN "indexing" text DEFAULT 'index' NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "in_news" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "ai_crawlers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "feed_text" text DEFAULT 'summary' NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_indexing" CHECK ("categories"."indexing" in ('index', 'noindex'));--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_feed_text" CHECK ("categories"."feed_text" in ('full', 'summary'));