CREATE TABLE "front_arrangement" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" integer NOT NULL,
	"actor_name" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "front_arrangement_one_row" CHECK ("front_arrangement"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "front_bar" (
	"slot" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"article_id" uuid,
	"to_path" text,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"raised_by" text NOT NULL,
	CONSTRAINT "front_bar_one_row" CHECK ("front_bar"."slot" = 1),
	CONSTRAINT "front_bar_kind" CHECK ("front_bar"."kind" in ('breaking', 'live', 'important')),
	CONSTRAINT "front_bar_one_target" CHECK (num_nonnulls("front_bar"."article_id", "front_bar"."to_path") <= 1)
);
--> statement-breakpoint
CREATE TABLE "front_placements" (
	"position" smallint PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"ends_at" timestamp with time zone,
	"placed_by" text NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "front_placements_position" CHECK ("front_placements"."position" between 0 and 6)
);
--> statement-breakpoint
ALTER TABLE "front_bar" ADD CONSTRAINT "front_bar_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "front_placements" ADD CONSTRAINT "front_placements_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "front_placements_article_key" ON "front_placements" USING btree ("article_id");