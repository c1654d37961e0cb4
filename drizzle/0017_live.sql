CREATE TABLE "live_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint,
	"article_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "live_events" ADD CONSTRAINT "live_events_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "live_events_number_key" ON "live_events" USING btree ("number");--> statement-breakpoint
CREATE INDEX "live_events_article_idx" ON "live_events" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "articles_important_idx" ON "articles" USING btree ("publish_at","id") WHERE "articles"."status" = 'published' and "articles"."kind" = 'flash' and "articles"."level" > 1;--> statement-breakpoint
CREATE INDEX "articles_withdrawn_flashes_idx" ON "articles" USING btree ("publish_at","id") WHERE "articles"."status" = 'withdrawn' and "articles"."kind" = 'flash' and "articles"."taken_down_at" is null;