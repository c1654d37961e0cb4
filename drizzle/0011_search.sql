CREATE TABLE "article_search" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"dictionary_id" integer NOT NULL,
	"tsv" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_dictionaries" (
	"id" serial PRIMARY KEY NOT NULL,
	"version" text NOT NULL,
	"names" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"completed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "article_search" ADD CONSTRAINT "article_search_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_search" ADD CONSTRAINT "article_search_dictionary_id_search_dictionaries_id_fk" FOREIGN KEY ("dictionary_id") REFERENCES "public"."search_dictionaries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_search_words_idx" ON "article_search" USING gin ("tsv") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "article_search_newest_idx" ON "article_search" USING btree ("published_at","article_id");--> statement-breakpoint
CREATE INDEX "article_search_dictionary_idx" ON "article_search" USING btree ("dictionary_id","article_id");