-- Mailboxes whose owner said "it was not me": no campaign writes to them. The index is keyed and tied to no campaign.
CREATE TABLE "suppression" (
    "email_index" BYTEA NOT NULL,
    "reason" VARCHAR(16) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("email_index")
);

-- Which links may lift it again: the signature, and with it the address, may be gone by then.
CREATE TABLE "suppression_link" (
    "link_index" BYTEA NOT NULL,
    "email_index" BYTEA NOT NULL,

    CONSTRAINT "suppression_link_pkey" PRIMARY KEY ("link_index")
);

CREATE INDEX "suppression_link_email_index_idx" ON "suppression_link"("email_index");

ALTER TABLE "suppression_link" ADD CONSTRAINT "suppression_link_email_index_fkey" FOREIGN KEY ("email_index") REFERENCES "suppression"("email_index") ON DELETE CASCADE ON UPDATE CASCADE;

-- What one mailbox was sent today, whoever asked for it. Forgotten the day after.
CREATE TABLE "mail_allowance" (
    "email_index" BYTEA NOT NULL,
    "day" DATE NOT NULL,
    "marks" BIGINT[],
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_allowance_pkey" PRIMARY KEY ("email_index")
);

-- How far a job has walked through the signatures, which lie in order of their age.
CREATE TABLE "signature_walk" (
    "name" VARCHAR(16) NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "signature_walk_pkey" PRIMARY KEY ("name","campaign_id")
);

-- The few that were too early when the walk came by.
CREATE TABLE "signature_revisit" (
    "name" VARCHAR(16) NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signature_revisit_pkey" PRIMARY KEY ("name","campaign_id","id")
);

CREATE INDEX "signature_revisit_name_due_at_idx" ON "signature_revisit"("name", "due_at");

-- Reminders come by the thousand at one time: a lane of their own, so that nobody who signs now waits behind them.
CREATE INDEX "delivery_reminder_due_idx" ON "delivery"("due_at") WHERE "lane" = 2 AND "state" IN ('queued', 'deferred');
