CREATE TABLE "article_view_hours" (
	"hour" timestamp with time zone NOT NULL,
	"article_id" uuid NOT NULL,
	"views" integer NOT NULL,
	CONSTRAINT "article_view_hours_hour_article_id_pk" PRIMARY KEY("hour","article_id")
);
--> statement-breakpoint
CREATE TABLE "most_read" (
	"span" text NOT NULL,
	"place" smallint NOT NULL,
	"article_id" uuid NOT NULL,
	CONSTRAINT "most_read_span_place_pk" PRIMARY KEY("span","place"),
	CONSTRAINT "most_read_span" CHECK ("most_read"."span" in ('day', 'week'))
);
