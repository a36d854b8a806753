-- Once a year whoever gets news is asked whether they still want them (docs/decisions/0049).
ALTER TYPE "delivery_kind" ADD VALUE IF NOT EXISTS 'renewal';
ALTER TYPE "delivery_kind" ADD VALUE IF NOT EXISTS 'renewal-reminder';

-- When somebody last said yes to what they had asked for already, and when that was last looked at in vain.
ALTER TABLE "subscription" ADD COLUMN "renewed_at" TIMESTAMPTZ(3), ADD COLUMN "renewal_looked_at" TIMESTAMPTZ(3);

-- Off until an owner turns it on.
CREATE TABLE "renewal_setting" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "enabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "renewal_setting_pkey" PRIMARY KEY ("id")
);

-- The last question to one person, at one of their wishes. Nothing here joins it to the others.
CREATE TABLE "renewal" (
    "campaign_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "letter" UUID NOT NULL,
    "reminder" UUID,
    "outcome" VARCHAR(9),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "renewal_pkey" PRIMARY KEY ("campaign_id","id")
);
CREATE INDEX "renewal_open_idx" ON "renewal"("campaign_id", "id") WHERE "outcome" IS NULL;

-- What was asked, word for word, since when.
CREATE TABLE "renewal_text" (
    "digest" BYTEA NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "renewal_text_pkey" PRIMARY KEY ("digest")
);

-- Behind everything else that is due.
CREATE INDEX "delivery_renewal_due_idx" ON "delivery"("due_at") WHERE "lane" = 3 AND "state" IN ('queued', 'deferred');
