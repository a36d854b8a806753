-- The rows under review, and those a rule removed. Neither predicate holds a column that confirming changes: a confirmation stays
-- a change in place, without a new entry in any index.
CREATE INDEX "signature_held_idx" ON "signature"("campaign_id", "id") WHERE "held_since" IS NOT NULL;
CREATE INDEX "signature_invalidation_idx" ON "signature"("campaign_id", "invalidation_id", "id") WHERE "invalidation_id" IS NOT NULL;

-- Names of mail domains that several people use, sealed: what a rule or a group is about, for the team.
CREATE TABLE "mail_domain" (
    "index" BYTEA NOT NULL,
    "sealed_name" BYTEA NOT NULL,
    "first_seen" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_domain_pkey" PRIMARY KEY ("index")
);

-- What the team said of a domain, or of a network while its day lasts.
CREATE TABLE "standing" (
    "kind" VARCHAR(8) NOT NULL,
    "key" BYTEA NOT NULL,
    "standing" VARCHAR(8) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "staff_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("kind", "key")
);

-- The largest networks and domains of each hour.
CREATE TABLE "trend" (
    "campaign_id" INTEGER NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "key" BYTEA NOT NULL,
    "n" INTEGER NOT NULL,
    "odd" BOOLEAN NOT NULL,

    CONSTRAINT "trend_pkey" PRIMARY KEY ("campaign_id", "hour", "kind", "key")
);
CREATE INDEX "trend_hour_idx" ON "trend"("hour");

-- Something that the watch noticed and that nobody has looked at yet.
CREATE TABLE "alert" (
    "id" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "key" BYTEA NOT NULL,
    "signatures" INTEGER NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "seen_by_id" UUID,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "alert_open_idx" ON "alert"("campaign_id", "kind", "key") WHERE "seen_at" IS NULL;

CREATE TYPE "invalidation_state" AS ENUM ('counting', 'counted', 'running', 'done', 'cancelled', 'undoing', 'undone', 'dropped');

-- A rule that removes signatures, and how far it is. The cursor is the last row that was looked at.
CREATE TABLE "invalidation" (
    "id" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "state" "invalidation_state" NOT NULL DEFAULT 'counting',
    "paused" BOOLEAN NOT NULL DEFAULT FALSE,
    "conditions" JSONB NOT NULL,
    "reason_fr" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "cursor" UUID,
    "looked" INTEGER NOT NULL DEFAULT 0,
    "to_look" INTEGER NOT NULL DEFAULT 0,
    "dry_signatures" INTEGER NOT NULL DEFAULT 0,
    "dry_counted" INTEGER NOT NULL DEFAULT 0,
    "signatures" INTEGER NOT NULL DEFAULT 0,
    "counted" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "invalidation_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "invalidation_campaign_id_idx" ON "invalidation"("campaign_id");

CREATE TABLE "integrity_setting" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "two_people_above" INTEGER NOT NULL DEFAULT 50,

    CONSTRAINT "integrity_setting_pkey" PRIMARY KEY ("id")
);

-- THE PUBLIC LEDGER. Each line is written in the transaction that does what it says. `signatures`: how many it concerned. The three
-- others are changes: of the public count, of what is under review, of what is invalidated.
CREATE TABLE "ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "event" VARCHAR(12) NOT NULL,
    "rule" VARCHAR(16) NOT NULL,
    "invalidation_id" INTEGER,
    "signatures" INTEGER NOT NULL,
    "counted" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,
    "invalidated" INTEGER NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ledger_entry_campaign_id_day_idx" ON "ledger_entry"("campaign_id", "day");

-- \073 is the semicolon: the engine splits a migration at every one it sees.
CREATE FUNCTION "ledger_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS E'
begin
  raise exception ''a line of the public ledger is never changed: write another'' using errcode = ''restrict_violation''\073
end';

CREATE TRIGGER "ledger_is_append_only" BEFORE UPDATE OR DELETE ON "ledger_entry"
  FOR EACH ROW EXECUTE FUNCTION "ledger_is_append_only"();
