CREATE TYPE "organisation_state" AS ENUM ('pending', 'confirmed', 'approved', 'refused', 'unpublished');

CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "state" "organisation_state" NOT NULL DEFAULT 'pending',
    "name" TEXT NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "scope" TEXT NOT NULL,
    "town" TEXT,
    "country" VARCHAR(2) NOT NULL,
    "website" TEXT,
    "name_key" TEXT NOT NULL,
    "site_key" TEXT,
    "logo" BYTEA,
    "logo_hash" VARCHAR(64),
    "logo_width" SMALLINT,
    "logo_height" SMALLINT,
    "locale" VARCHAR(2) NOT NULL,
    "text_version" INTEGER NOT NULL,
    "email_index" BYTEA NOT NULL,
    "sealed_email" BYTEA NOT NULL,
    "sealed_name" BYTEA NOT NULL,
    "sealed_role" BYTEA NOT NULL,
    "mails" SMALLINT NOT NULL DEFAULT 1,
    "mailed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "reason" VARCHAR(32),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id"),
    -- What appears was confirmed by its representative, whatever a program does.
    CONSTRAINT "organisation_shown_is_confirmed" CHECK ("state" = 'pending' OR "confirmed_at" IS NOT NULL)
);

CREATE INDEX "organisation_campaign_id_state_name_key_idx" ON "organisation"("campaign_id", "state", "name_key");
CREATE INDEX "organisation_campaign_id_email_index_idx" ON "organisation"("campaign_id", "email_index");
-- Until it is confirmed, the last form counts: a form sent again takes the place of the one before.
CREATE UNIQUE INDEX "organisation_one_waiting_form" ON "organisation"("campaign_id", "email_index", "name_key") WHERE "state" = 'pending';
CREATE INDEX "organisation_logo_hash_idx" ON "organisation"("logo_hash") WHERE "logo_hash" IS NOT NULL;

CREATE TYPE "paper_batch_state" AS ENUM ('entered', 'verified', 'declined', 'replaced');

CREATE TABLE "paper_batch" (
    "id" UUID NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "state" "paper_batch_state" NOT NULL DEFAULT 'entered',
    "locale" VARCHAR(2) NOT NULL,
    "text_version" INTEGER NOT NULL,
    "valid" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,
    "department" VARCHAR(3),
    "collected_from" DATE NOT NULL,
    "collected_to" DATE NOT NULL,
    "scan_hash" BYTEA NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" VARCHAR(32),
    "corrects_id" UUID,

    CONSTRAINT "paper_batch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "paper_batch_counts" CHECK ("valid" >= 0 AND "refused" >= 0),
    CONSTRAINT "paper_batch_days" CHECK ("collected_from" <= "collected_to"),
    CONSTRAINT "paper_batch_scan" CHECK (octet_length("scan_hash") = 32),
    -- Four eyes, whatever a program does: nobody verifies what they entered.
    CONSTRAINT "paper_batch_four_eyes" CHECK ("state" NOT IN ('verified', 'replaced') OR ("decided_by_id" IS NOT NULL AND "decided_by_id" <> "entered_by_id"))
);

CREATE INDEX "paper_batch_campaign_id_state_idx" ON "paper_batch"("campaign_id", "state");
-- One scan counts once. A correction speaks of the same sheets as the entry that it corrects.
CREATE UNIQUE INDEX "paper_batch_one_scan" ON "paper_batch"("campaign_id", "scan_hash") WHERE "corrects_id" IS NULL AND "state" IN ('entered', 'verified');
CREATE UNIQUE INDEX "paper_batch_one_correction" ON "paper_batch"("corrects_id") WHERE "state" IN ('entered', 'verified', 'replaced');

CREATE TABLE "paper_address" (
    "campaign_id" INTEGER NOT NULL,
    "lines" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "paper_address_pkey" PRIMARY KEY ("campaign_id")
);
