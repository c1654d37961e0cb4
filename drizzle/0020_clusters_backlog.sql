-- Custom: every public article waits to be compared with the others; the worker, or `npm run recluster`, does it.
INSERT INTO article_signatures (article_id, at, signing, keys)
SELECT id, publish_at, 0, '{}' FROM articles WHERE status = 'published'
ON CONFLICT DO NOTHING;
