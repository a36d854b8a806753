-- A reply belongs to the version that it answered, and the passages that somebody copied from a testimony lie apart from what they wrote
-- themselves, so that they can go without it (docs/decisions/0041, 0038).
ALTER TABLE "testimonies"."case_file"
  ADD COLUMN "sealed_passages" BYTEA,
  ADD COLUMN "replied_version" INTEGER;

-- The version that is on the site, or else the last one that was.
UPDATE "testimonies"."case_file" c
SET "replied_version" = CASE t."state" WHEN 'published' THEN t."draft_version" ELSE (
  SELECT max(d."draft_version") FROM "testimonies"."decision" d WHERE d."testimony_id" = t."id" AND d."kind" = 'published') END
FROM "testimonies"."testimony" t
WHERE t."id" = c."testimony_id" AND (c."published_reply" IS NOT NULL OR c."state" = 'accepted');
