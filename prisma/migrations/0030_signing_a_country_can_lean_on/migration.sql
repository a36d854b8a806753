-- Two people of a household share an address: name and place are told apart by keyed hashes that mean nothing elsewhere.
ALTER TABLE "signature" ADD COLUMN "name_index" BYTEA;
ALTER TABLE "signature" ADD COLUMN "place_index" BYTEA;
-- What a wave of fakes has in common: the domain of the address, and the network under the salt of a day that nobody keeps.
ALTER TABLE "signature" ADD COLUMN "domain_index" BYTEA;
ALTER TABLE "signature" ADD COLUMN "network_index" BYTEA;
ALTER TABLE "signature" ADD COLUMN "signals" INTEGER NOT NULL DEFAULT 0;
-- Under review since then. Kept while an invalidation lasts, so that undoing it gives back exactly what was.
ALTER TABLE "signature" ADD COLUMN "held_since" TIMESTAMPTZ(3);
-- Somebody looked and let it pass: never held again by the machine.
ALTER TABLE "signature" ADD COLUMN "cleared" BOOLEAN NOT NULL DEFAULT FALSE;
-- The rule that removed it.
ALTER TABLE "signature" ADD COLUMN "invalidation_id" INTEGER;
-- Codes typed so far, right or wrong.
ALTER TABLE "signature" ADD COLUMN "code_tries" SMALLINT NOT NULL DEFAULT 0;
ALTER TABLE "signature" ADD COLUMN "reminded" BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TYPE "delivery_kind" ADD VALUE 'reminder';
ALTER TYPE "delivery_kind" ADD VALUE 'organisation';
