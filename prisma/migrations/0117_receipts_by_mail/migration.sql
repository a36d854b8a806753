-- Whoever counts is sent their receipt once (docs/decisions/0066). Behind all other letters.
ALTER TYPE "delivery_kind" ADD VALUE IF NOT EXISTS 'receipt';
CREATE INDEX "delivery_receipt_due_idx" ON "delivery"("due_at") WHERE "lane" = 4 AND "state" IN ('queued', 'deferred');

-- How far receipts are queued, for each log: who stands before is written to already, or never.
CREATE TABLE "log_receipt" (
    "campaign_id" INTEGER NOT NULL,
    "next_index" BIGINT NOT NULL DEFAULT 0,
    "off_since" TIMESTAMPTZ(3),

    CONSTRAINT "log_receipt_pkey" PRIMARY KEY ("campaign_id")
);

-- Who signed before there were such letters gets none, whether they are in the log or still wait to be taken in.
INSERT INTO "log_receipt" ("campaign_id", "next_index")
SELECT c."id", coalesce((SELECT t."size" FROM "log_tree" t WHERE t."campaign_id" = c."id"), 0)
  + (SELECT count(*) FROM "log_event" e WHERE e."campaign_id" = c."id" AND e."kind" <> 'forget')
FROM "campaign" c;
