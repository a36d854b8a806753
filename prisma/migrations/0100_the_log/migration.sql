-- What changed the count and is not in the log yet, in the order in which it came to each signature.
CREATE TABLE "log_event" (
    "id" BIGSERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "signature_id" UUID NOT NULL,
    -- in, out, withdrawn, gone, forget
    "kind" VARCHAR(10) NOT NULL,
    "day" DATE NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "text_version" INTEGER NOT NULL,

    CONSTRAINT "log_event_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "log_leaf" (
    "campaign_id" INTEGER NOT NULL,
    "index" BIGINT NOT NULL,
    "commitment" BYTEA NOT NULL,
    "text" BYTEA NOT NULL,
    "day" DATE NOT NULL,
    "event" VARCHAR(10) NOT NULL,
    "signature_id" UUID,
    "nonce" BYTEA,

    CONSTRAINT "log_leaf_pkey" PRIMARY KEY ("campaign_id", "index"),
    CONSTRAINT "log_leaf_hashes" CHECK (octet_length("commitment") = 32 AND octet_length("text") = 32),
    CONSTRAINT "log_leaf_event" CHECK ("event" IN ('confirm', 'withdraw', 'invalidate', 'restore'))
);
CREATE INDEX "log_leaf_campaign_id_signature_id_idx" ON "log_leaf"("campaign_id", "signature_id") WHERE "signature_id" IS NOT NULL;

CREATE TABLE "log_tile" (
    "campaign_id" INTEGER NOT NULL,
    "level" SMALLINT NOT NULL,
    "number" BIGINT NOT NULL,
    "hashes" BYTEA NOT NULL,

    CONSTRAINT "log_tile_pkey" PRIMARY KEY ("campaign_id", "level", "number")
);

CREATE TABLE "log_tree" (
    "campaign_id" INTEGER NOT NULL,
    "size" BIGINT NOT NULL DEFAULT 0,
    "confirmed" BIGINT NOT NULL DEFAULT 0,
    "withdrawn" BIGINT NOT NULL DEFAULT 0,
    "invalidated" BIGINT NOT NULL DEFAULT 0,
    "restored" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "log_tree_pkey" PRIMARY KEY ("campaign_id")
);

CREATE TABLE "log_head" (
    "campaign_id" INTEGER NOT NULL,
    "size" BIGINT NOT NULL,
    "root" BYTEA NOT NULL,
    "note" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed" BIGINT NOT NULL,
    "withdrawn" BIGINT NOT NULL,
    "invalidated" BIGINT NOT NULL,
    "restored" BIGINT NOT NULL,

    CONSTRAINT "log_head_pkey" PRIMARY KEY ("campaign_id", "size")
);

-- Whatever moves a signature into the count or out of it is noted in the same commit, by whichever statement: none can forget it.
-- The conditions stand outside of the function, so that the many other changes of a row cost nothing.
CREATE FUNCTION "note_for_log"() RETURNS trigger LANGUAGE plpgsql AS E'
declare
  one signature := coalesce(new, old)\073
  how text\073
  at timestamptz := now()\073
begin
  if TG_OP <> ''DELETE'' and one.state = ''confirmed'' then
    how := ''in''\073
    -- Who is confirmed for the first time is so at the instant that their row says. What is given back is given back now.
    if TG_OP = ''INSERT'' or old.confirmed_at is null then
      at := coalesce(one.confirmed_at, at)\073
    end if\073
  elsif old.state <> ''confirmed'' then
    how := ''forget''\073
  elsif TG_OP = ''DELETE'' then
    how := ''gone''\073
  elsif one.state = ''withdrawn'' then
    how := ''withdrawn''\073
  else
    how := ''out''\073
  end if\073
  insert into log_event (campaign_id, signature_id, kind, day, locale, text_version)
  values (one.campaign_id, one.id, how, (at at time zone ''Europe/Paris'')::date, one.locale, one.text_version)\073
  return null\073
end';

CREATE TRIGGER "signature_comes_in" AFTER INSERT ON "signature" FOR EACH ROW
  WHEN (new.state = 'confirmed') EXECUTE FUNCTION "note_for_log"();
CREATE TRIGGER "signature_moves" AFTER UPDATE OF "state" ON "signature" FOR EACH ROW
  WHEN ((old.state = 'confirmed') <> (new.state = 'confirmed') OR (new.state = 'withdrawn' AND old.state <> 'withdrawn'))
  EXECUTE FUNCTION "note_for_log"();
CREATE TRIGGER "signature_goes" AFTER DELETE ON "signature" FOR EACH ROW
  WHEN (old.confirmed_at IS NOT NULL AND old.state <> 'withdrawn') EXECUTE FUNCTION "note_for_log"();

-- Who counts already comes into the log in the order of their days.
INSERT INTO "log_event" ("campaign_id", "signature_id", "kind", "day", "locale", "text_version")
SELECT "campaign_id", "id", 'in', (coalesce("confirmed_at", now()) AT TIME ZONE 'Europe/Paris')::date, "locale", "text_version"
FROM "signature" WHERE "state" = 'confirmed' ORDER BY "confirmed_at", "id";
