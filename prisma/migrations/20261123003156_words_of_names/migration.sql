-- AlterTable
ALTER TABLE "NameWord" ADD COLUMN     "nearSpellings" TEXT[];

-- CreateTable
CREATE TABLE "PersonNameWord" (
    "personId" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "PersonNameWord_pkey" PRIMARY KEY ("personId","word")
);

-- AddForeignKey
ALTER TABLE "PersonNameWord" ADD CONSTRAINT "PersonNameWord_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonNameWord" ADD CONSTRAINT "PersonNameWord_word_fkey" FOREIGN KEY ("word") REFERENCES "NameWord"("word") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- The words of a client's name, and what others make of them: words of one part run together ("O'Brien", "Jean-Marie",
-- "Le Blanc"), Mc for Mac, Saint for St and back (R28).
CREATE FUNCTION name_words(VARIADIC parts text[]) RETURNS SETOF text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  WITH part AS (
    SELECT string_to_array(trim(regexp_replace(search_text(part), '\s+', ' ', 'g')), ' ') AS words FROM unnest(parts) AS part
  ), run AS (
    SELECT words[first:last] AS words
      FROM part, generate_subscripts(words, 1) AS first, generate_series(first, least(first + 2, cardinality(words))) AS last
  ), written AS (
    SELECT array_to_string(words, '') AS word FROM run
    UNION ALL
    SELECT CASE words[1] WHEN 'st' THEN 'saint' WHEN 'ste' THEN 'sainte' WHEN 'saint' THEN 'st' ELSE 'ste' END
           || array_to_string(words[2:], '')
      FROM run WHERE words[1] IN ('st', 'ste', 'saint', 'sainte')
  )
  SELECT left(word, 60) FROM written WHERE word <> ''
  UNION
  SELECT left(regexp_replace(word, '^mac', 'mc'), 60) FROM written WHERE word ~ '^mac[a-z]{3}'
  UNION
  SELECT left(regexp_replace(word, '^mc', 'mac'), 60) FROM written WHERE word ~ '^mc[a-z]{3}'
$$;

-- A word without one of its letters, in each way.
CREATE FUNCTION one_letter_less(word text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT DISTINCT left(word, i - 1) || substr(word, i + 1) FROM generate_series(1, length(word)) AS i $$;

-- What two words have in common that are spelled almost alike: the word as it sounds, with up to one letter left out where it
-- has 4 to 6 of them, up to two from 7 on; only the first 12 count. Two words that share one of these differ by no more
-- letters than that: missing, too many, wrong, or in another place. Words with anything but letters have none: a Case ID is
-- right or wrong (R28). Those with two letters left out bear a dash, so that short words are compared by one letter alone.
CREATE FUNCTION near_spellings(word text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  WITH sound AS (
    SELECT left(translate(replace(word, 'ph', 'f'), 'zycq', 'sikk'), 12) AS letters
     WHERE word ~ '^[a-z\u0080-\U0010FFFF]+$'
  ), once AS (
    SELECT letters FROM sound
    UNION
    SELECT one_letter_less(letters) FROM sound WHERE length(letters) >= 4
  )
  SELECT coalesce(array_agg(spelling), '{}') FROM (
    SELECT letters AS spelling FROM once
    UNION ALL
    SELECT '-' || twice.letters
      FROM (SELECT letters FROM once UNION SELECT one_letter_less(letters) FROM once) AS twice
     WHERE (SELECT length(letters) FROM sound) >= 7
  ) AS spellings
$$;

CREATE FUNCTION person_name_words() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
  words text[] := ARRAY(SELECT name_words(NEW."givenName", NEW."middleNames", NEW."familyName") ORDER BY 1);
BEGIN
  -- In one order, so that two who write the same new words wait for each other and do not block each other.
  INSERT INTO "NameWord" ("word", "nearSpellings")
    SELECT fresh.word, near_spellings(fresh.word) FROM unnest(words) AS fresh (word)
     WHERE NOT EXISTS (SELECT FROM "NameWord" AS known WHERE known."word" = fresh.word)
    ON CONFLICT DO NOTHING;
  DELETE FROM "PersonNameWord" WHERE "personId" = NEW.id AND "word" <> ALL (words);
  INSERT INTO "PersonNameWord" ("personId", "word") SELECT NEW.id, unnest(words) ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;

CREATE TRIGGER person_name_words AFTER INSERT OR UPDATE OF "givenName", "middleNames", "familyName" ON "Person"
FOR EACH ROW EXECUTE FUNCTION person_name_words();

-- The people who are there already.
INSERT INTO "NameWord" ("word", "nearSpellings")
  SELECT word, near_spellings(word)
    FROM (SELECT DISTINCT name_words("givenName", "middleNames", "familyName") AS word FROM "Person") AS known;
INSERT INTO "PersonNameWord" ("personId", "word")
  SELECT id, name_words("givenName", "middleNames", "familyName") FROM "Person";

CREATE INDEX "NameWord_nearSpellings_idx" ON "NameWord" USING gin ("nearSpellings");
CREATE INDEX "PersonNameWord_prefix" ON "PersonNameWord" ("word" text_pattern_ops, "personId");

-- What is found is listed by name. Nothing searches for parts of the text as a whole any more.
CREATE INDEX "Person_familyName_givenName_id_idx" ON "Person" ("familyName", "givenName", id);
DROP INDEX "Person_searchText_trigram";
