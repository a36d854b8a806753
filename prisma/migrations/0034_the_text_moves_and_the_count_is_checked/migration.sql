-- What changed, in the reader's language: said beside each version after the first.
ALTER TABLE "campaign_text" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

-- A published text is never edited: not by a page, not by a command, not by a slip at the prompt. Only the invented past of a
-- demonstration may be given its real date. A campaign that is deleted takes its texts along.
-- \073 is the semicolon: the engine splits a migration at every one it sees. A later migration that has to fill a new column
-- disables the trigger for itself.
CREATE FUNCTION "campaign_text_is_final"() RETURNS trigger LANGUAGE plpgsql AS E'
begin
  if tg_op = ''DELETE'' then
    if not exists (select from campaign where id = old.campaign_id) then return old\073 end if\073
  elsif (new.campaign_id, new.locale, new.version, new.title, new.addressee, new.ask, new.body, new.easy, new.demands, new.consent, new.hash, new.note)
      is not distinct from
      (old.campaign_id, old.locale, old.version, old.title, old.addressee, old.ask, old.body, old.easy, old.demands, old.consent, old.hash, old.note)
    and exists (select from campaign where id = old.campaign_id and demonstration) then
    return new\073
  end if\073
  raise exception ''a published text is never changed: publish a new version'' using errcode = ''restrict_violation''\073
end';

CREATE TRIGGER "campaign_text_is_final" BEFORE UPDATE OR DELETE ON "campaign_text"
  FOR EACH ROW EXECUTE FUNCTION "campaign_text_is_final"();

-- The next version while it is being written: one per campaign, shared by the team.
CREATE TABLE "text_draft" (
    "campaign_id" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_draft_pkey" PRIMARY KEY ("campaign_id")
);
ALTER TABLE "text_draft" ADD CONSTRAINT "text_draft_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What became of the duty that a goal opened.
ALTER TABLE "goal" ADD COLUMN "done_on" DATE;
ALTER TABLE "goal" ADD COLUMN "done_fr" TEXT NOT NULL DEFAULT '';
ALTER TABLE "goal" ADD COLUMN "done_en" TEXT NOT NULL DEFAULT '';

-- Confirmed signatures by the text they stand behind, as last counted: no page counts rows.
CREATE TABLE "text_tally" (
    "campaign_id" INTEGER NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "version" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_tally_pkey" PRIMARY KEY ("campaign_id","locale","version")
);

-- Every recount, and whether it found the tallies wrong. Seen: somebody of the team knows.
CREATE TABLE "recount" (
    "id" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" INTEGER NOT NULL,
    "after" INTEGER NOT NULL,
    "cells" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "seen_by" UUID,

    CONSTRAINT "recount_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "recount_campaign_id_at_idx" ON "recount"("campaign_id", "at");
