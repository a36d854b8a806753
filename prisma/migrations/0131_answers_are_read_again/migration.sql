-- Answers of before had no last day, though they cite articles that change (docs/decisions/0075). Each gets one: a year after it was
-- last read or changed, and never less than sixty days from now, so that none leaves the site before the team could read it.
-- Where an answer needs none, the desk takes it away again.
UPDATE "question"
SET "check_by" = GREATEST(
  (GREATEST("verified_on", "updated_on", "published_on") + INTERVAL '1 year')::date,
  CURRENT_DATE + 60
)
WHERE "state" = 'published' AND "check_by" IS NULL;
