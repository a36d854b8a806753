-- A quote appears with two consents, to be quoted and to the press (docs/decisions/0041). One that was kept with the first alone
-- stood on no page, but was found by the search and would have appeared with one tick. It leaves the public columns.
UPDATE "testimonies"."testimony" SET "published_quote" = NULL
WHERE "published_quote" IS NOT NULL AND NOT (coalesce("uses", '{}') @> ARRAY['quote', 'press']);

-- Of some nothing stands on the site with that: they are with the team again, and no yes of before holds.
UPDATE "testimonies"."testimony"
SET "state" = 'unpublished', "published_system" = NULL, "published_department" = NULL, "published_period" = NULL,
  "published_consequences" = '{}', "published_attempts" = '{}', "proposed_by_id" = NULL, "approved_version" = NULL,
  "seconded_by_id" = NULL, "seconded_version" = NULL
WHERE "state" = 'published' AND "published_text" IS NULL AND "published_quote" IS NULL;

-- So are proposals that no consent covers any more.
UPDATE "testimonies"."testimony"
SET "state" = 'submitted', "proposed_by_id" = NULL, "approved_version" = NULL, "seconded_by_id" = NULL, "seconded_version" = NULL
WHERE "state" = 'proposed' AND NOT ('publish' = ANY(coalesce("uses", '{}'))) AND NOT (coalesce("uses", '{}') @> ARRAY['quote', 'press']);

-- A reply stands beside what it answers, and nowhere once that is off the site.
UPDATE "testimonies"."case_file" c SET "published_reply" = NULL, "published_reply_by" = NULL, "published_reply_on" = NULL
FROM "testimonies"."testimony" t
WHERE t."id" = c."testimony_id" AND t."state" <> 'published' AND c."published_reply" IS NOT NULL;
