CREATE TABLE "refused_links" (
	"article_id" uuid NOT NULL,
	"symbol" text NOT NULL,
	"word" text NOT NULL,
	"context" text DEFAULT '' NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refused_links_article_id_symbol_word_pk" PRIMARY KEY("article_id","symbol","word")
);
--> statement-breakpoint
CREATE TABLE "relinks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"symbol" text,
	"words" text[] DEFAULT '{}' NOT NULL,
	"position" uuid,
	"articles" integer,
	"done" integer DEFAULT 0 NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"stepped_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "security_names" (
	"symbol" text NOT NULL,
	"name" text NOT NULL,
	"kind" text DEFAULT 'alias' NOT NULL,
	"is_ambiguous" boolean DEFAULT false NOT NULL,
	"pinyin" text DEFAULT '' NOT NULL,
	"initials" text DEFAULT '' NOT NULL,
	"origin" text DEFAULT 'editor' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "security_names_symbol_name_pk" PRIMARY KEY("symbol","name"),
	CONSTRAINT "security_names_kind" CHECK ("security_names"."kind" in ('alias', 'former')),
	CONSTRAINT "security_names_origin" CHECK ("security_names"."origin" in ('seed', 'editor'))
);
--> statement-breakpoint
ALTER TABLE "securities" ADD COLUMN "is_ambiguous" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "securities" ADD COLUMN "counterpart" text;--> statement-breakpoint
ALTER TABLE "securities" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "refused_links" ADD CONSTRAINT "refused_links_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_names" ADD CONSTRAINT "security_names_symbol_securities_symbol_fk" FOREIGN KEY ("symbol") REFERENCES "public"."securities"("symbol") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "refused_links_list_idx" ON "refused_links" USING btree ("created_at","article_id","symbol","word");--> statement-breakpoint
CREATE INDEX "refused_links_symbol_idx" ON "refused_links" USING btree ("symbol");--> statement-breakpoint
CREATE INDEX "relinks_list_idx" ON "relinks" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "relinks_open_idx" ON "relinks" USING btree ("created_at") WHERE "relinks"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "security_names_name_idx" ON "security_names" USING btree ("name");--> statement-breakpoint
CREATE INDEX "security_names_initials_idx" ON "security_names" USING btree ("initials");