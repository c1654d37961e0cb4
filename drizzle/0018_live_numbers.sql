-- Custom: numbers live events when their transaction commits. Deferred, so the lock is taken as the transaction's last act:
-- it is held for the commit only and cannot be part of a deadlock. Whoever sees a number sees all smaller ones.
CREATE FUNCTION number_live_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('live_events', 0));
  UPDATE live_events SET number = (SELECT coalesce(max(number), 0) + 1 FROM live_events) WHERE id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER live_events_number AFTER INSERT ON live_events
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION number_live_event();
