CREATE TABLE "name_state" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"mark" uuid DEFAULT gen_random_uuid() NOT NULL
);
