CREATE TABLE "article_signatures" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"signing" smallint NOT NULL,
	"keys" integer[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cluster_members" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"cluster_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cluster_verdicts" (
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "cluster_verdicts_first_id_second_id_pk" PRIMARY KEY("first_id","second_id"),
	CONSTRAINT "cluster_verdicts_order" CHECK ("cluster_verdicts"."first_id" < "cluster_verdicts"."second_id"),
	CONSTRAINT "cluster_verdicts_verdict" CHECK ("cluster_verdicts"."verdict" in ('same', 'other'))
);
--> statement-breakpoint
ALTER TABLE "article_signatures" ADD CONSTRAINT "article_signatures_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_signatures_keys_idx" ON "article_signatures" USING gin ("keys") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "article_signatures_signing_idx" ON "article_signatures" USING btree ("signing","article_id");--> statement-breakpoint
CREATE INDEX "cluster_members_order_idx" ON "cluster_members" USING btree ("cluster_id","published_at","article_id");--> statement-breakpoint
CREATE INDEX "cluster_verdicts_second_idx" ON "cluster_verdicts" USING btree ("second_id");