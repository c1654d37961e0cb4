-- Custom: renews the mark of name_state when names of securities, other names or the set of outlets change.
INSERT INTO "name_state" ("id") VALUES (1) ON CONFLICT DO NOTHING;--> statement-breakpoint
CREATE FUNCTION names_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM changed) THEN
    UPDATE name_state SET mark = gen_random_uuid();
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER securities_names_insert AFTER INSERT ON securities
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION names_changed();--> statement-breakpoint
CREATE TRIGGER securities_names_update AFTER UPDATE ON securities
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION names_changed();--> statement-breakpoint
CREATE TRIGGER securities_names_delete AFTER DELETE ON securities
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION names_changed();--> statement-breakpoint
CREATE TRIGGER security_names_insert AFTER INSERT ON security_names
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION names_changed();--> statement-breakpoint
CREATE TRIGGER security_names_update AFTER UPDATE ON security_names
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION names_changed();--> statement-breakpoint
CREATE TRIGGER security_names_delete AFTER DELETE ON security_names
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION names_changed();--> statement-breakpoint
CREATE TRIGGER categories_names_insert AFTER INSERT ON categories
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION names_changed();--> statement-breakpoint
CREATE TRIGGER categories_names_delete AFTER DELETE ON categories
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION names_changed();
