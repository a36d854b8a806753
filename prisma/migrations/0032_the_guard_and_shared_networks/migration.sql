CREATE TYPE "guard_mode" AS ENUM ('off', 'on', 'auto');

-- Whether the form of a campaign asks for a proof of work. No row: nobody ever asked for it.
CREATE TABLE "campaign_guard" (
    "campaign_id" INTEGER NOT NULL,
    "mode" "guard_mode" NOT NULL DEFAULT 'auto',
    "until" TIMESTAMPTZ(3),
    "why" VARCHAR(40),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_guard_pkey" PRIMARY KEY ("campaign_id")
);

-- A solution works once: its challenge is written here by whoever comes first.
CREATE TABLE "spent_challenge" (
    "nonce" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_challenge_pkey" PRIMARY KEY ("nonce")
);
CREATE INDEX "spent_challenge_expires_at_idx" ON "spent_challenge"("expires_at");

-- Networks that many people share. Sealed, because where a school is connected is nobody's business.
CREATE TABLE "shared_network" (
    "id" UUID NOT NULL,
    "sealed_range" BYTEA NOT NULL,
    "sealed_label" BYTEA NOT NULL,
    "sealed_reason" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shared_network_pkey" PRIMARY KEY ("id")
);
