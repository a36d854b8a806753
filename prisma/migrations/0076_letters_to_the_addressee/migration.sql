-- Letters to whom a petition is addressed: off until two people of the team say so.
ALTER TYPE "delivery_kind" ADD VALUE IF NOT EXISTS 'target';

CREATE TABLE "target_drip" (
    "campaign_id" INTEGER NOT NULL,
    "state" VARCHAR(8) NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "tested_revision" INTEGER,
    "settings" JSONB NOT NULL,
    "proposed_by_id" UUID,
    "approved_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "stopped_because" VARCHAR(12),
    "last_digest" VARCHAR(10),
    "planned_until" TIMESTAMPTZ(3),

    CONSTRAINT "target_drip_pkey" PRIMARY KEY ("campaign_id")
);
ALTER TABLE "target_drip" ADD CONSTRAINT "target_drip_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One letter: its delivery has the same id.
CREATE TABLE "target_letter" (
    "id" UUID NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "kind" VARCHAR(6) NOT NULL,
    "people" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "target_letter_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "target_letter" ADD CONSTRAINT "target_letter_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "target_letter_campaign_id_created_at_idx" ON "target_letter"("campaign_id", "created_at");

-- Which signature is told of in which letter: once, whatever happens.
CREATE TABLE "target_mention" (
    "campaign_id" INTEGER NOT NULL,
    "signature_id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,

    CONSTRAINT "target_mention_pkey" PRIMARY KEY ("campaign_id", "signature_id")
);
ALTER TABLE "target_mention" ADD CONSTRAINT "target_mention_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "target_letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "target_mention_letter_id_idx" ON "target_mention"("letter_id");
