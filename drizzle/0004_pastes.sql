CREATE TABLE "pastes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"user_id" uuid,
	"version" integer,
	"html" text NOT NULL,
	"dropped" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pastes" ADD CONSTRAINT "pastes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pastes" ADD CONSTRAINT "pastes_revision_fk" FOREIGN KEY ("article_id","version") REFERENCES "public"."revisions"("article_id","version") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pastes_version_idx" ON "pastes" USING btree ("article_id","version");--> statement-breakpoint
CREATE INDEX "pastes_unsaved_idx" ON "pastes" USING btree ("user_id","created_at") WHERE "pastes"."version" is null;