-- What a title is found by: each of its characters, and each pair of neighbours, as numbers (21 bits hold a code point),
-- so that neither a collation nor an extension has a say. Two characters are the usual Chinese word; the trigrams of
-- pg_trgm would not find it. Widths and case are levelled: the same must be done to what is looked for.
CREATE FUNCTION title_key(title text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(normalize(title, NFKC))
$$;
--> statement-breakpoint
CREATE FUNCTION title_grams(title text) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  letters text[] := string_to_array(lower(normalize(title, NFKC)), NULL);
  last int := coalesce(array_length(letters, 1), 0);
  grams bigint[] := '{}';
  one bigint;
BEGIN
  -- A loop, because as one SELECT it takes five times as long.
  FOR i IN 1..last LOOP
    one := ascii(letters[i])::bigint << 21;
    grams := grams || CASE WHEN i < last THEN ARRAY[one, one | ascii(letters[i + 1])] ELSE ARRAY[one] END;
  END LOOP;
  RETURN grams;
END $$;
--> statement-breakpoint
-- Keeps desk_lines in step with articles for every writer, once per statement.
CREATE FUNCTION write_desk_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO desk_lines (article_id, title, title_length, kind, level, status, category_id, created_by, word_count, version,
    lacks_source, lacks_summary, publish_at, dated_at, created_at, updated_at)
  SELECT id, title, char_length(title), kind, level, status, category_id, created_by, word_count, version,
    kind = 'story' AND source_name = '', kind = 'story' AND summary = '',
    publish_at, coalesce(publish_at, to_timestamp(0)), created_at, updated_at
  FROM new_rows
  ON CONFLICT (article_id) DO UPDATE SET title = excluded.title, title_length = excluded.title_length,
    kind = excluded.kind, level = excluded.level, status = excluded.status, category_id = excluded.category_id,
    created_by = excluded.created_by, word_count = excluded.word_count, version = excluded.version,
    lacks_source = excluded.lacks_source, lacks_summary = excluded.lacks_summary, publish_at = excluded.publish_at,
    dated_at = excluded.dated_at, created_at = excluded.created_at, updated_at = excluded.updated_at;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER articles_desk_insert AFTER INSERT ON articles REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION write_desk_lines();
--> statement-breakpoint
CREATE TRIGGER articles_desk_update AFTER UPDATE ON articles REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION write_desk_lines();
--> statement-breakpoint
-- The triggers hold other writers back until this is committed, so no article is missed.
INSERT INTO desk_lines (article_id, title, title_length, kind, level, status, category_id, created_by, word_count, version,
  lacks_source, lacks_summary, publish_at, dated_at, created_at, updated_at)
SELECT id, title, char_length(title), kind, level, status, category_id, created_by, word_count, version,
  kind = 'story' AND source_name = '', kind = 'story' AND summary = '',
  publish_at, coalesce(publish_at, to_timestamp(0)), created_at, updated_at
FROM articles
ON CONFLICT (article_id) DO NOTHING;
--> statement-breakpoint
CREATE INDEX desk_lines_words_idx ON desk_lines USING gin (title_grams(title));
