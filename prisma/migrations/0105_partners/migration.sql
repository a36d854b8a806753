-- Organisations that sign people up by program (docs/decisions/0061).
CREATE TABLE "partner" (
    "id" SERIAL NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "organisation" VARCHAR(120) NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "campaign_ids" INTEGER[],
    "per_hour" INTEGER NOT NULL,
    "per_day" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "key_made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "hour_began" TIMESTAMPTZ(3),
    "hour_used" INTEGER NOT NULL DEFAULT 0,
    "day_began" TIMESTAMPTZ(3),
    "day_used" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "partner_key_hash_key" ON "partner"("key_hash");

CREATE TABLE "partner_request" (
    "partner_id" INTEGER NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "status" SMALLINT,
    "answer" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_request_pkey" PRIMARY KEY ("partner_id", "key_hash")
);
CREATE INDEX "partner_request_created_at_idx" ON "partner_request"("created_at");
ALTER TABLE "partner_request" ADD CONSTRAINT "partner_request_partner_id_fkey"
    FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By which partner a signature came. No foreign key, as for the campaign: the hot path takes no lock on another row.
ALTER TABLE "signature" ADD COLUMN "partner_id" INTEGER;
-- Of those few alone: the many others cost it nothing.
CREATE INDEX "signature_partner_id_idx" ON "signature"("partner_id", "campaign_id") WHERE "partner_id" IS NOT NULL;
