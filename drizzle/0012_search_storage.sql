-- The words of an article never stand in its row of the table: what a search reads of a row is its date and number,
-- and some hundred of those then share a page.
ALTER TABLE article_search ALTER COLUMN tsv SET STORAGE EXTENDED;
--> statement-breakpoint
ALTER TABLE article_search SET (toast_tuple_target = 128);
--> statement-breakpoint
-- How often the common words occur is what a rounded count is made of.
ALTER TABLE article_search ALTER COLUMN tsv SET STATISTICS 1000;
