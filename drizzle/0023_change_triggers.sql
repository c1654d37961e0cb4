-- Custom: the log of what readers see change, written once per statement for every writer of articles and corrections.
-- What is published for a later moment (an import may do so) holds from then on, and leaves no trace if it never does.
CREATE FUNCTION record_article_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO article_changes (article_id, kind, at)
    SELECT id, 'published', greatest(publish_at, now()) FROM new_rows WHERE status = 'published' ORDER BY publish_at, id;
    RETURN NULL;
  END IF;
  IF TG_OP = 'DELETE' THEN
    DELETE FROM article_changes c USING old_rows o
    WHERE c.article_id = o.id AND c.number IS NULL AND c.at > now() AND o.status = 'published' AND o.publish_at > now();
    INSERT INTO article_changes (article_id, kind, at)
    SELECT id, 'withdrawn', now() FROM old_rows WHERE status = 'published' AND publish_at <= now() ORDER BY id;
    RETURN NULL;
  END IF;
  IF EXISTS (SELECT 1 FROM old_rows WHERE status = 'published' AND publish_at > now()) THEN
    DELETE FROM article_changes c USING old_rows o
    WHERE c.article_id = o.id AND c.number IS NULL AND c.at > now() AND o.status = 'published'
      AND NOT EXISTS (
        SELECT 1 FROM new_rows n WHERE n.id = o.id AND (n.status, n.publish_at) = (o.status, o.publish_at));
  END IF;
  INSERT INTO article_changes (article_id, kind, at)
  SELECT id, kind, CASE kind WHEN 'published' THEN greatest(publish_at, now()) ELSE now() END
  FROM (
    SELECT n.id, n.publish_at, CASE
      WHEN n.taken_down_at IS NOT NULL AND o.taken_down_at IS NULL
        AND o.publish_at <= now() AND o.status <> 'scheduled' THEN 'taken_down'
      WHEN o.status = 'published' AND o.publish_at <= now() THEN
        CASE
          WHEN n.status <> 'published' THEN 'withdrawn'
          -- From the cheapest to compare to the dearest; the first that differs decides.
          WHEN (o.category_id, o.slug, o.kind, o.level, o.publish_at, o.source_name, o.original_url, o.editor_name, o.title, o.summary, o.body_html)
            IS DISTINCT FROM
            (n.category_id, n.slug, n.kind, n.level, n.publish_at, n.source_name, n.original_url, n.editor_name, n.title, n.summary, n.body_html)
            THEN 'updated'
        END
      WHEN n.status = 'published' AND (o.status <> 'published' OR o.publish_at <> n.publish_at) THEN 'published'
    END kind
    FROM old_rows o JOIN new_rows n USING (id)
  ) changed
  WHERE kind IS NOT NULL ORDER BY publish_at, id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER articles_changes_insert AFTER INSERT ON articles REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION record_article_changes();
--> statement-breakpoint
CREATE TRIGGER articles_changes_update AFTER UPDATE ON articles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION record_article_changes();
--> statement-breakpoint
CREATE TRIGGER articles_changes_delete AFTER DELETE ON articles REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION record_article_changes();
--> statement-breakpoint
CREATE FUNCTION record_corrections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO article_changes (article_id, kind, at)
  SELECT n.article_id, 'corrected', now() FROM new_rows n JOIN articles a ON a.id = n.article_id
  WHERE a.status = 'published' AND a.publish_at <= now() ORDER BY n.created_at, n.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER corrections_changes_insert AFTER INSERT ON corrections REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION record_corrections();
--> statement-breakpoint
-- What is public already, as if it had just been published: whoever begins at 0 gets everything. The triggers above keep
-- other writers out until this commits.
INSERT INTO article_changes (number, article_id, kind, at)
SELECT row_number() OVER (ORDER BY publish_at, id), id, 'published', publish_at
FROM articles WHERE status = 'published' AND publish_at <= now() ORDER BY publish_at, id;
--> statement-breakpoint
INSERT INTO article_changes (article_id, kind, at)
SELECT id, 'published', publish_at FROM articles WHERE status = 'published' AND publish_at > now() ORDER BY publish_at, id;
