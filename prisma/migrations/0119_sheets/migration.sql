-- Texts that campaigners keep verified: laws, letters, claims, promises, each with its versions.
CREATE TABLE "sheet" (
    "id" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "slug" VARCHAR(60) NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "verified_on" DATE NOT NULL,
    "check_by" DATE NOT NULL,
    "draft" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheet_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "sheet_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "sheet_slug" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    CONSTRAINT "sheet_has_words" CHECK ("version" > 0 OR "draft" IS NOT NULL)
);
CREATE UNIQUE INDEX "sheet_campaign_id_kind_slug_key" ON "sheet"("campaign_id", "kind", "slug");
CREATE INDEX "sheet_check_by_idx" ON "sheet"("check_by");

CREATE TABLE "sheet_version" (
    "sheet_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "change" VARCHAR(12) NOT NULL,
    "note_fr" TEXT NOT NULL DEFAULT '',
    "note_en" TEXT NOT NULL DEFAULT '',
    "published_on" DATE NOT NULL,

    CONSTRAINT "sheet_version_pkey" PRIMARY KEY ("sheet_id","version"),
    -- Whatever changed after the first version is told in both languages.
    CONSTRAINT "sheet_version_change" CHECK (("change" = 'first') = ("version" = 1)
      AND ("change" = 'first' OR ("change" IN ('correction', 'update') AND "note_fr" <> '' AND "note_en" <> '')))
);
ALTER TABLE "sheet_version" ADD CONSTRAINT "sheet_version_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the public read is not written anew: a correction is another version. \073 is the semicolon: the engine splits at every one it sees.
CREATE FUNCTION "sheet_version_stays"() RETURNS trigger LANGUAGE plpgsql AS E'
begin
  if tg_op = ''DELETE'' then
    if not exists (select from sheet where id = old.sheet_id) then return old\073 end if\073
  end if\073
  raise exception ''a published version stays as it was: publish another'' using errcode = ''restrict_violation''\073
end';
CREATE TRIGGER "sheet_version_stays" BEFORE UPDATE OR DELETE ON "sheet_version" FOR EACH ROW EXECUTE FUNCTION "sheet_version_stays"();
