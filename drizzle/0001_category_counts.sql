-- Keeps categories.published_count and newest_at true for every writer, once per statement.
-- Categories are updated in id order, so two statements cannot deadlock on them.
CREATE FUNCTION refresh_category_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM categories WHERE id IN (SELECT category_id FROM new_rows WHERE status = 'published') ORDER BY id FOR UPDATE;
    UPDATE categories c SET published_count = c.published_count + d.n, newest_at = greatest(c.newest_at, d.newest)
    FROM (SELECT category_id, count(*)::int n, max(publish_at) newest FROM new_rows WHERE status = 'published' GROUP BY category_id) d
    WHERE c.id = d.category_id;
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM 1 FROM categories WHERE id IN (SELECT category_id FROM old_rows WHERE status = 'published') ORDER BY id FOR UPDATE;
    UPDATE categories c SET published_count = c.published_count - d.n,
      newest_at = (SELECT max(a.publish_at) FROM articles a WHERE a.category_id = c.id AND a.status = 'published')
    FROM (SELECT category_id, count(*)::int n FROM old_rows WHERE status = 'published' GROUP BY category_id) d
    WHERE c.id = d.category_id;
  ELSE
    PERFORM 1 FROM categories WHERE id IN (
      SELECT o.category_id FROM old_rows o JOIN new_rows n USING (id)
        WHERE (o.status = 'published', o.category_id, o.publish_at) IS DISTINCT FROM (n.status = 'published', n.category_id, n.publish_at)
      UNION
      SELECT n.category_id FROM old_rows o JOIN new_rows n USING (id)
        WHERE (o.status = 'published', o.category_id, o.publish_at) IS DISTINCT FROM (n.status = 'published', n.category_id, n.publish_at)
    ) ORDER BY id FOR UPDATE;
    UPDATE categories c SET published_count = c.published_count + d.n,
      newest_at = (SELECT max(a.publish_at) FROM articles a WHERE a.category_id = c.id AND a.status = 'published')
    FROM (
      SELECT category_id, sum(n)::int n FROM (
        SELECT o.category_id, -1 n FROM old_rows o JOIN new_rows w USING (id)
          WHERE o.status = 'published' AND (o.status, o.category_id, o.publish_at) IS DISTINCT FROM (w.status, w.category_id, w.publish_at)
        UNION ALL
        SELECT w.category_id, 1 n FROM old_rows o JOIN new_rows w USING (id)
          WHERE w.status = 'published' AND (o.status, o.category_id, o.publish_at) IS DISTINCT FROM (w.status, w.category_id, w.publish_at)
      ) moves GROUP BY category_id
    ) d
    WHERE c.id = d.category_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER articles_count_insert AFTER INSERT ON articles REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_category_counts();
--> statement-breakpoint
CREATE TRIGGER articles_count_update AFTER UPDATE ON articles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_category_counts();
--> statement-breakpoint
CREATE TRIGGER articles_count_delete AFTER DELETE ON articles REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_category_counts();
--> statement-breakpoint
CREATE FUNCTION announce_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('finews_outbox', NEW.id::text);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER outbox_announce AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION announce_outbox();
