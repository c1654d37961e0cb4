-- Keeps sitemap_months true for every writer, once per statement. Rows are written in one order, so two statements
-- cannot deadlock on them. Beijing keeps one offset all year.
CREATE FUNCTION refresh_sitemap_months() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO sitemap_months AS m (month, category_id, published, version, changed_at)
    SELECT to_char(publish_at AT TIME ZONE interval '8 hours', 'YYYY-MM'), category_id, count(*)::int, 1, clock_timestamp()
    FROM new_rows WHERE status = 'published' GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (month, category_id) DO UPDATE SET published = m.published + excluded.published,
      version = m.version + 1, changed_at = greatest(m.changed_at, excluded.changed_at);
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO sitemap_months AS m (month, category_id, published, version, changed_at)
    SELECT to_char(publish_at AT TIME ZONE interval '8 hours', 'YYYY-MM'), category_id, -count(*)::int, 1, clock_timestamp()
    FROM old_rows WHERE status = 'published' GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (month, category_id) DO UPDATE SET published = m.published + excluded.published,
      version = m.version + 1, changed_at = greatest(m.changed_at, excluded.changed_at);
  ELSE
    INSERT INTO sitemap_months AS m (month, category_id, published, version, changed_at)
    SELECT to_char(publish_at AT TIME ZONE interval '8 hours', 'YYYY-MM'), category_id, sum(n)::int, 1, clock_timestamp()
    FROM (
      SELECT o.publish_at, o.category_id, -1 n FROM old_rows o JOIN new_rows w USING (id)
        WHERE o.status = 'published' AND (o.status, o.category_id, o.publish_at, o.slug, o.revised_at)
          IS DISTINCT FROM (w.status, w.category_id, w.publish_at, w.slug, w.revised_at)
      UNION ALL
      SELECT w.publish_at, w.category_id, 1 n FROM old_rows o JOIN new_rows w USING (id)
        WHERE w.status = 'published' AND (o.status, o.category_id, o.publish_at, o.slug, o.revised_at)
          IS DISTINCT FROM (w.status, w.category_id, w.publish_at, w.slug, w.revised_at)
    ) changes GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (month, category_id) DO UPDATE SET published = m.published + excluded.published,
      version = m.version + 1, changed_at = greatest(m.changed_at, excluded.changed_at);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER articles_sitemap_insert AFTER INSERT ON articles REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_sitemap_months();
--> statement-breakpoint
CREATE TRIGGER articles_sitemap_update AFTER UPDATE ON articles REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_sitemap_months();
--> statement-breakpoint
CREATE TRIGGER articles_sitemap_delete AFTER DELETE ON articles REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_sitemap_months();
--> statement-breakpoint
CREATE FUNCTION mark_sitemap_policy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sitemap_months SET version = version + 1, policy_at = clock_timestamp() WHERE category_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER categories_sitemap_policy AFTER UPDATE OF indexing ON categories
  FOR EACH ROW WHEN (OLD.indexing IS DISTINCT FROM NEW.indexing) EXECUTE FUNCTION mark_sitemap_policy();
--> statement-breakpoint
-- The triggers hold other writers back until this is committed, so no article is missed.
INSERT INTO sitemap_months (month, category_id, published, version, changed_at)
SELECT to_char(publish_at AT TIME ZONE interval '8 hours', 'YYYY-MM'), category_id, count(*)::int, 1,
  greatest(max(publish_at), max(revised_at))
FROM articles WHERE status = 'published' GROUP BY 1, 2;
