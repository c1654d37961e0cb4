-- Keeps mentions.is_flash true for every writer, new code and old: whoever lists a mention, or puts it in step with its
-- article after a change (listed_at), has it set here.
CREATE FUNCTION mark_flash_mention() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.is_flash := EXISTS (SELECT 1 FROM articles WHERE id = NEW.article_id AND kind = 'flash');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER mentions_mark_flash BEFORE INSERT OR UPDATE OF listed_at ON mentions
  FOR EACH ROW EXECUTE FUNCTION mark_flash_mention();
--> statement-breakpoint
UPDATE mentions m SET is_flash = true FROM articles a WHERE a.id = m.article_id AND a.kind = 'flash' AND NOT m.is_flash;
