-- What is handed to the addressee of a petition: prepared by one, agreed to by another, sealed, delivered, answered or not.
CREATE TABLE "handover" (
    "id" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "state" VARCHAR(10) NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "planned_on" DATE NOT NULL,
    "letter_fr" TEXT NOT NULL DEFAULT '',
    "letter_en" TEXT NOT NULL DEFAULT '',
    "with_organisations" BOOLEAN NOT NULL,
    "with_quotes" BOOLEAN NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_id" UUID,
    "agreed_by_id" UUID,
    "sealed_at" TIMESTAMPTZ(3),
    "addressee_fr" TEXT NOT NULL DEFAULT '',
    "addressee_en" TEXT NOT NULL DEFAULT '',
    "confirmed" INTEGER,
    "on_paper" INTEGER,
    "organisations" INTEGER,
    "head_size" BIGINT,
    "head_root" BYTEA,
    "head_note" TEXT,
    "zip_hash" BYTEA,
    "zip_bytes" INTEGER,
    "delivered_on" DATE,
    "delivered_how" VARCHAR(12),
    "delivered_by" VARCHAR(16),
    "due_on" DATE,
    "answered_on" DATE,
    "answer_url" TEXT,
    "answer_fr" TEXT NOT NULL DEFAULT '',
    "answer_en" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id"),
    -- Four eyes, whatever a program does: nobody agrees to what they proposed, and what is sealed says what it was sealed with.
    CONSTRAINT "handover_four_eyes" CHECK ("state" NOT IN ('sealed', 'delivered') OR (
      "proposed_by_id" IS NOT NULL AND "agreed_by_id" IS NOT NULL AND "agreed_by_id" <> "proposed_by_id"
      AND "sealed_at" IS NOT NULL AND "confirmed" IS NOT NULL AND "on_paper" IS NOT NULL AND "organisations" IS NOT NULL
      AND "head_size" IS NOT NULL AND octet_length("head_root") = 32 AND "head_note" IS NOT NULL
      AND octet_length("zip_hash") = 32 AND "zip_bytes" > 0)),
    CONSTRAINT "handover_delivered" CHECK ("state" <> 'delivered' OR ("delivered_on" IS NOT NULL AND "delivered_how" IS NOT NULL AND "delivered_by" IS NOT NULL)),
    CONSTRAINT "handover_answered" CHECK ("answered_on" IS NULL OR "state" = 'delivered')
);
CREATE INDEX "handover_campaign_id_sealed_at_idx" ON "handover"("campaign_id", "sealed_at");

CREATE TABLE "handover_file" (
    "handover_id" INTEGER NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" VARCHAR(120) NOT NULL,
    "type" VARCHAR(60) NOT NULL,
    "bytes" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "may_go" BOOLEAN NOT NULL,
    "content" BYTEA,

    CONSTRAINT "handover_file_pkey" PRIMARY KEY ("handover_id","position"),
    CONSTRAINT "handover_file_hash" CHECK (octet_length("hash") = 32),
    CONSTRAINT "handover_file_whole" CHECK ("content" IS NULL OR octet_length("content") = "bytes"),
    CONSTRAINT "handover_file_stays" CHECK ("content" IS NOT NULL OR "may_go")
);
CREATE UNIQUE INDEX "handover_file_handover_id_name_key" ON "handover_file"("handover_id", "name");
ALTER TABLE "handover_file" ADD CONSTRAINT "handover_file_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- PDF and ZIP are compressed already.
ALTER TABLE "handover_file" ALTER COLUMN "content" SET STORAGE EXTERNAL;

CREATE TABLE "handover_quote" (
    "handover_id" INTEGER NOT NULL,
    "testimony_id" UUID NOT NULL,

    CONSTRAINT "handover_quote_pkey" PRIMARY KEY ("handover_id","testimony_id")
);
ALTER TABLE "handover_quote" ADD CONSTRAINT "handover_quote_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is sealed is never changed: not by a page, not by a command, not by a slip at the prompt. Only a demonstration may be cleared,
-- and what became of a pack is told afterwards. \073 is the semicolon: the engine splits a migration at every one it sees.
CREATE FUNCTION "handover_is_final"() RETURNS trigger LANGUAGE plpgsql AS E'
begin
  if old.state not in (''sealed'', ''delivered'') then
    if tg_op = ''DELETE'' then return old\073 end if\073
    return new\073
  end if\073
  if tg_op = ''DELETE'' then
    if not exists (select from campaign where id = old.campaign_id and not demonstration) then return old\073 end if\073
  elsif new.state in (''sealed'', ''delivered'') and
    (new.id, new.campaign_id, new.revision, new.planned_on, new.letter_fr, new.letter_en, new.with_organisations, new.with_quotes,
     new.created_by_id, new.created_at, new.proposed_by_id, new.agreed_by_id, new.sealed_at, new.addressee_fr, new.addressee_en,
     new.confirmed, new.on_paper, new.organisations, new.head_size, new.head_root, new.head_note, new.zip_hash, new.zip_bytes)
    is not distinct from
    (old.id, old.campaign_id, old.revision, old.planned_on, old.letter_fr, old.letter_en, old.with_organisations, old.with_quotes,
     old.created_by_id, old.created_at, old.proposed_by_id, old.agreed_by_id, old.sealed_at, old.addressee_fr, old.addressee_en,
     old.confirmed, old.on_paper, old.organisations, old.head_size, old.head_root, old.head_note, old.zip_hash, old.zip_bytes) then
    return new\073
  end if\073
  raise exception ''a sealed pack is never changed: prepare another'' using errcode = ''restrict_violation''\073
end';
CREATE TRIGGER "handover_is_final" BEFORE UPDATE OR DELETE ON "handover" FOR EACH ROW EXECUTE FUNCTION "handover_is_final"();

-- Files come before the seal. Afterwards one thing may happen to them: words that were taken back go.
CREATE FUNCTION "handover_file_is_final"() RETURNS trigger LANGUAGE plpgsql AS E'
begin
  if tg_op = ''INSERT'' then
    if exists (select from handover where id = new.handover_id and state = ''proposed'') then return new\073 end if\073
  elsif tg_op = ''DELETE'' then
    if not exists (select from handover where id = old.handover_id) then return old\073 end if\073
  elsif old.may_go and new.content is null and
    (new.handover_id, new.position, new.name, new.type, new.bytes, new.hash, new.may_go) is not distinct from
    (old.handover_id, old.position, old.name, old.type, old.bytes, old.hash, old.may_go) then
    return new\073
  end if\073
  raise exception ''a file of a sealed pack is never changed'' using errcode = ''restrict_violation''\073
end';
CREATE TRIGGER "handover_file_is_final" BEFORE INSERT OR UPDATE OR DELETE ON "handover_file" FOR EACH ROW EXECUTE FUNCTION "handover_file_is_final"();
