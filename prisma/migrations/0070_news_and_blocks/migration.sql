-- When news were last asked for, whatever was asked before (docs/decisions/0009). A process of the version before gives the hour of its writing.
ALTER TABLE "subscription" ADD COLUMN "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE "subscription" SET "asked_at" = "created_at" WHERE "state" = 'pending';

-- A mailbox is blocked under its address as one person's and as it is spelled: one link lifts both.
ALTER TABLE "suppression_link" DROP CONSTRAINT "suppression_link_pkey", ADD CONSTRAINT "suppression_link_pkey" PRIMARY KEY ("link_index", "email_index");
