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
ALTER TABLE "sitemap_months" ADD CONSTRAINT "sitemap_months_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sitemap_months_category_idx" ON "sitemap_months" USING btree ("category_id");