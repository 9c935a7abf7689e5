-- Positions of live events follow the order of commits (B5): who has read up to one has missed none that commits later.
CREATE SEQUENCE live_event_position;

-- There is always a newest event, so there is always a cursor to begin at. This one concerns nobody.
INSERT INTO "LiveEvent" (id, position, topic, key, "subjectId")
VALUES (gen_random_uuid(), nextval('live_event_position'), 'beginning',
        '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000');

-- At commit transactions with events take turns from here on until others can see what they wrote.
CREATE FUNCTION take_live_event_position() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('live_event_position', 0));
  UPDATE "LiveEvent" SET position = nextval('live_event_position') WHERE id = NEW.id;
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER live_event_position AFTER INSERT ON "LiveEvent"
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.position IS NULL) EXECUTE FUNCTION take_live_event_position();
