-- What came back of a letter: hard, soft or complaint (docs/decisions/0043).
ALTER TABLE "delivery" ADD COLUMN "returned" VARCHAR(9);

-- Messages that were read already, as digests. Forgotten after a month.
CREATE TABLE "returned_message" (
    "digest" BYTEA NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "returned_message_pkey" PRIMARY KEY ("digest")
);

-- Days on which a mailbox could not be reached for now. Forgotten after two weeks.
CREATE TABLE "soft_bounce" (
    "email_index" BYTEA NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "soft_bounce_pkey" PRIMARY KEY ("email_index","day")
);

-- Somebody asked to confirm at a mailbox that gets no news any more: whether they did is looked at later.
CREATE TABLE "second_hearing" (
    "delivery_id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "second_hearing_pkey" PRIMARY KEY ("delivery_id")
);

-- How many messages of each kind came back on a day.
CREATE TABLE "returned_tally" (
    "day" DATE NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "returned_tally_pkey" PRIMARY KEY ("day","kind")
);

-- News that wait until a day. A value of its own, so that nothing that writes to those who are active writes to them.
ALTER TYPE "subscription_state" ADD VALUE IF NOT EXISTS 'paused' BEFORE 'unsubscribed';
ALTER TABLE "subscription" ADD COLUMN "paused_until" TIMESTAMPTZ(3);
CREATE INDEX "subscription_paused_until_idx" ON "subscription"("paused_until") WHERE "paused_until" IS NOT NULL;

-- Why people leave, by day, from a closed list: nobody's own answer is kept.
CREATE TABLE "leaving_tally" (
    "campaign_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "reason" VARCHAR(12) NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "leaving_tally_pkey" PRIMARY KEY ("campaign_id","day","reason")
);
