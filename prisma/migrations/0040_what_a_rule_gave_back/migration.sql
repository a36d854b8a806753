-- A rule that would remove more than one person may, and was started by who wrote it, waits for somebody else.
ALTER TABLE "invalidation" ADD COLUMN "awaits_another" BOOLEAN NOT NULL DEFAULT FALSE;

-- What was given back has numbers of its own: between removing and undoing some were confirmed, and some left.
ALTER TABLE "invalidation" ADD COLUMN "given_back" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "invalidation" ADD COLUMN "given_back_counted" INTEGER NOT NULL DEFAULT 0;
UPDATE "invalidation" i SET
  "signatures" = l.removed, "counted" = l.removed_counted, "given_back" = l.restored, "given_back_counted" = l.restored_counted
FROM (
  SELECT "invalidation_id",
    coalesce(sum("signatures") FILTER (WHERE "event" = 'invalidated'), 0)::int AS removed,
    coalesce(-sum("counted") FILTER (WHERE "event" = 'invalidated'), 0)::int AS removed_counted,
    coalesce(sum("signatures") FILTER (WHERE "event" = 'restored'), 0)::int AS restored,
    coalesce(sum("counted") FILTER (WHERE "event" = 'restored'), 0)::int AS restored_counted
  FROM "ledger_entry" WHERE "invalidation_id" IS NOT NULL GROUP BY 1
) l
WHERE l."invalidation_id" = i."id" AND i."state" IN ('undoing', 'undone');

-- The count is a row for each day. Without n: a column that an index holds is never changed in place.
CREATE INDEX "tally_all_idx" ON "tally"("campaign_id", "day") WHERE "dimension" = 'all';
