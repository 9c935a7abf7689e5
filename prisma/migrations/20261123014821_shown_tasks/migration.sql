-- A client's name as lists show it: "Diaz, Rosa L." (R36); the same as listedName in the code. Null for no client.
CREATE FUNCTION listed_name(given text, middle text, family text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT family || ', ' || given || coalesce((
    SELECT string_agg(' ' || upper(left(part, 1)) || '.', '' ORDER BY place)
      FROM regexp_split_to_table(middle, '[\s.]+') WITH ORDINALITY AS parts (part, place)
     WHERE part <> ''), '')
$$;

-- A line of text to look for words in: folded, with a space before each word; once with punctuation as spaces ("o brien") and
-- once more with none ("obrien") (R37). A control character stands for the spaces of the text until those are gone that stand
-- for punctuation. It runs once for each row a search looks at, so it does without regular expressions.
CREATE FUNCTION search_line(text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE STRICT
AS $$
DECLARE
  folded text := search_text(translate($1, E' \n\t\u00a0', E'\x1f\x1f\x1f\x1f'));
  apart text := ' ' || translate(folded, E'\x1f', ' ');
BEGIN
  WHILE position('  ' IN apart) > 0 LOOP
    apart := replace(apart, '  ', ' ');
  END LOOP;
  RETURN apart || ' ' || translate(folded, E'\x1f ', ' ');
END
$$;

-- What has been dealt with stays, so what is open must be found among much that is not.
CREATE INDEX "HomepageTask_done" ON "HomepageTask" ("assigneeId", "completedAt") WHERE "completedAt" IS NOT NULL;
CREATE INDEX "HomepageTask_open_of_case" ON "HomepageTask" ("caseId") WHERE "completedAt" IS NULL;
CREATE INDEX "CaseNotification_unacknowledged" ON "CaseNotification" ("caseId") WHERE "acknowledgedAt" IS NULL;
