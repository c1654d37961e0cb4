-- What led to an article or outlet from an address of its own kind was its address once: until now it was not noted.
UPDATE "redirects" SET "origin" = 'moved'
  WHERE ("article_id" IS NOT NULL AND "from_path" LIKE '/articles/%') OR ("category_id" IS NOT NULL AND "from_path" LIKE '/category/%' AND "from_path" NOT LIKE '%.html');--> statement-breakpoint
UPDATE "redirects" SET "origin" = 'import'
  WHERE "origin" = 'desk' AND NOT EXISTS (SELECT 1 FROM "audit_log" a WHERE a."subject_type" = 'redirect' AND a."subject_id" = "redirects"."id"::text);
