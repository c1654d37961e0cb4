CREATE TABLE "category_logos" (
	"category_id" uuid PRIMARY KEY NOT NULL,
	"media_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tag_aliases" (
	"key" text PRIMARY KEY NOT NULL,
	"alias" text NOT NULL,
	"tag_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tag_parts" (
	"tag_id" uuid NOT NULL,
	"part_id" uuid NOT NULL,
	CONSTRAINT "tag_parts_tag_id_part_id_pk" PRIMARY KEY("tag_id","part_id")
);
--> statement-breakpoint
CREATE TABLE "taxonomy_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"from_id" uuid NOT NULL,
	"to_ids" uuid[] NOT NULL,
	"criteria" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"retires" boolean NOT NULL,
	"granted" uuid[] DEFAULT '{}' NOT NULL,
	"articles" integer NOT NULL,
	"actor" text NOT NULL,
	"actor_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"planned_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"undone_by" text,
	"undo_finished_at" timestamp with time zone,
	CONSTRAINT "taxonomy_acts_kind" CHECK ("taxonomy_acts"."kind" in ('merge', 'split')),
	CONSTRAINT "taxonomy_acts_subject" CHECK ("taxonomy_acts"."subject" in ('category', 'tag'))
);
--> statement-breakpoint
CREATE TABLE "taxonomy_moves" (
	"act_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"article_id" uuid NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"added" uuid[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "taxonomy_moves_act_id_position_pk" PRIMARY KEY("act_id","position"),
	CONSTRAINT "taxonomy_moves_state" CHECK ("taxonomy_moves"."state" in ('waiting', 'moved', 'back', 'left'))
);
--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "description" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "category_aliases" ADD COLUMN "origin" text DEFAULT 'import' NOT NULL;--> statement-breakpoint
ALTER TABLE "category_logos" ADD CONSTRAINT "category_logos_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "category_logos" ADD CONSTRAINT "category_logos_media_id_media_id_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_aliases" ADD CONSTRAINT "tag_aliases_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_parts" ADD CONSTRAINT "tag_parts_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag_parts" ADD CONSTRAINT "tag_parts_part_id_tags_id_fk" FOREIGN KEY ("part_id") REFERENCES "public"."tags"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taxonomy_moves" ADD CONSTRAINT "taxonomy_moves_act_id_taxonomy_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."taxonomy_acts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "category_logos_media_idx" ON "category_logos" USING btree ("media_id");--> statement-breakpoint
CREATE INDEX "tag_aliases_tag_idx" ON "tag_aliases" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "tag_parts_part_idx" ON "tag_parts" USING btree ("part_id");--> statement-breakpoint
CREATE INDEX "taxonomy_acts_list_idx" ON "taxonomy_acts" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "taxonomy_acts_from_idx" ON "taxonomy_acts" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "taxonomy_acts_to_idx" ON "taxonomy_acts" USING gin ("to_ids");--> statement-breakpoint
CREATE INDEX "taxonomy_acts_open_idx" ON "taxonomy_acts" USING btree ("created_at") WHERE "taxonomy_acts"."finished_at" is null or ("taxonomy_acts"."undone_at" is not null and "taxonomy_acts"."undo_finished_at" is null);--> statement-breakpoint
CREATE INDEX "taxonomy_moves_open_idx" ON "taxonomy_moves" USING btree ("act_id","state","position");--> statement-breakpoint
CREATE UNIQUE INDEX "taxonomy_moves_article_key" ON "taxonomy_moves" USING btree ("article_id","act_id");--> statement-breakpoint
ALTER TABLE "tags" ADD CONSTRAINT "tags_merged_into_id_tags_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."tags"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_merged_into_id_categories_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."categories"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_tags_tag_idx" ON "article_tags" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "tags_place_idx" ON "tags" USING btree (("slug" collate "C"));--> statement-breakpoint
CREATE INDEX "tags_merged_idx" ON "tags" USING btree ("merged_into_id") WHERE "tags"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "categories_merged_idx" ON "categories" USING btree ("merged_into_id") WHERE "categories"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "category_aliases_category_idx" ON "category_aliases" USING btree ("category_id");