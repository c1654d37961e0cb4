CREATE TABLE "push_channels" (
	"channel" text PRIMARY KEY NOT NULL,
	"taken_up_to" bigint NOT NULL,
	"lease_by" uuid,
	"lease_until" timestamp with time zone,
	"paused_until" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"quota_left" integer,
	"quota_day" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "push_requests" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"addresses" integer NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "push_requests_outcome" CHECK ("push_requests"."outcome" in ('told', 'later', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "pushes" (
	"channel" text NOT NULL,
	"target" text NOT NULL,
	"article_id" uuid,
	"change" bigint NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"refused_at" timestamp with time zone,
	"fault" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pushes_channel_target_pk" PRIMARY KEY("channel","target"),
	CONSTRAINT "pushes_channel" CHECK ("pushes"."channel" in ('websub', 'indexnow', 'baidu'))
);
--> statement-breakpoint
CREATE INDEX "push_requests_list_idx" ON "push_requests" USING btree ("channel","at");--> statement-breakpoint
CREATE INDEX "push_requests_outcome_idx" ON "push_requests" USING btree ("channel","outcome","at");--> statement-breakpoint
CREATE INDEX "pushes_waiting_idx" ON "pushes" USING btree ("channel","change") WHERE "pushes"."refused_at" is null;--> statement-breakpoint
CREATE INDEX "pushes_refused_idx" ON "pushes" USING btree ("channel","refused_at") WHERE "pushes"."refused_at" is not null;