-- THE GALLERY (docs/decisions/0037). What is published, once more and narrow: what is asked for and the stems of its words, no
-- text. A trigger keeps it: whatever takes a testimony off the site takes it out of here in the same transaction, and tells
-- every process to forget its pages.

-- Accents and ligatures away, small letters. \\u0300-\\u036f are the combining marks that NFKD splits off.
CREATE FUNCTION "testimonies"."fold"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS E'
  select lower(replace(replace(replace(replace(
    regexp_replace(normalize($1, nfkd), ''[\\u0300-\\u036f]+'', '''', ''g''),
    ''œ'', ''oe''), ''Œ'', ''oe''), ''æ'', ''ae''), ''Æ'', ''ae''))';

-- The stems of a text in one of our languages. Stemming needs the accents (contrôlée), ignoring them comes after, and a second
-- stemming brings what was typed without accents (controlee) to the same stem. Everything but letters and digits is a gap.
CREATE FUNCTION "testimonies"."stems"(locale text, words text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS E'
declare
  config regconfig := case locale when ''en'' then ''pg_catalog.english'' else ''pg_catalog.french'' end\073
  once text[] := tsvector_to_array(to_tsvector(config, regexp_replace(lower(normalize(words, nfc)),
    ''[^0-9a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\ufdff]+'', '' '', ''g'')))\073
begin
  return coalesce(tsvector_to_array(to_tsvector(config, "testimonies"."fold"(array_to_string(once, '' '')))), ''{}'')\073
end';

-- The stems of a text as they are kept and asked for: each with its language, so that a search in one does not find in another.
CREATE FUNCTION "testimonies"."words"(locale text, words text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS E'
  select array(select $1 || '':'' || stem from unnest("testimonies"."stems"($1, $2)) stem)';

CREATE TABLE "testimonies"."shown" (
    "testimony_id" UUID NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "published_on" DATE NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "system" VARCHAR(16) NOT NULL,
    "consequences" TEXT[] NOT NULL,
    "department" VARCHAR(3),
    "period" VARCHAR(7),
    "words" TEXT[] NOT NULL,
    "filler" TEXT NOT NULL DEFAULT repeat(' ', 2000),

    CONSTRAINT "shown_pkey" PRIMARY KEY ("testimony_id"),
    CONSTRAINT "shown_testimony_id_fkey" FOREIGN KEY ("testimony_id") REFERENCES "testimonies"."testimony"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- The words lie apart from the rows: only the index is asked for them, and rows without them are read ten times faster. PostgreSQL
-- lays aside what is long in rows of more than 2 KB. The filler, which packs to nothing, makes every row one of those.
ALTER TABLE "testimonies"."shown" SET (toast_tuple_target = 128);
ALTER TABLE "testimonies"."shown" ALTER COLUMN "words" SET STORAGE EXTERNAL;
ALTER TABLE "testimonies"."shown" ALTER COLUMN "consequences" SET STORAGE PLAIN;

CREATE INDEX "shown_campaign_id_published_on_testimony_id_idx" ON "testimonies"."shown"("campaign_id", "published_on" DESC, "testimony_id" DESC);
CREATE INDEX "shown_campaign_id_system_published_on_testimony_id_idx" ON "testimonies"."shown"("campaign_id", "system", "published_on" DESC, "testimony_id" DESC);
CREATE INDEX "shown_campaign_id_department_published_on_testimony_id_idx" ON "testimonies"."shown"("campaign_id", "department", "published_on" DESC, "testimony_id" DESC);
CREATE INDEX "shown_campaign_id_period_idx" ON "testimonies"."shown"("campaign_id", "period");
CREATE INDEX "shown_words_idx" ON "testimonies"."shown" USING GIN ("words") WITH (fastupdate = off);
CREATE INDEX "testimony_quoted_idx" ON "testimonies"."testimony"("campaign_id", "published_on" DESC, "id" DESC) WHERE "published_quote" IS NOT NULL;

-- A search for words: how many, and which ones of a page. By the index of the words alone: a planner that believes a word to be
-- frequent would read, and unpack, the words of every row. `about` and what follows narrow when they are not null.
CREATE FUNCTION "testimonies"."find"(campaign integer, fr text[], en text[], about text, followed text, place text, since text,
  until text, told_in text, at_most integer, skipped integer) RETURNS TABLE (total integer, ids uuid[])
  LANGUAGE plpgsql STABLE SET enable_seqscan = off SET plan_cache_mode = force_generic_plan SET work_mem = '16MB' AS E'
begin
  return query
    with found as materialized (
      select s.testimony_id, s.published_on from testimonies.shown s
      where (s.words @> fr or s.words @> en) and s.campaign_id + 0 = campaign
        and (about is null or s.system = about) and (place is null or s.department = place)
        and (since is null or s.period between since and until) and (told_in is null or s.locale = told_in)
        and (followed is null or s.consequences @> array[followed])
    )
    select (select count(*)::integer from found),
      array(select f.testimony_id from found f order by f.published_on desc, f.testimony_id desc limit at_most offset skipped)\073
end';

-- \073 is the semicolon: the engine splits a migration at every one it sees.
CREATE FUNCTION "testimonies"."show"() RETURNS trigger LANGUAGE plpgsql AS E'
begin
  if TG_OP <> ''INSERT'' then
    if old.state = ''published'' then
      perform pg_notify(''page'', old.campaign_id::text)\073
    end if\073
    delete from testimonies.shown where testimony_id = old.id\073
  end if\073
  if TG_OP <> ''DELETE'' and new.state = ''published'' then
    perform pg_notify(''page'', new.campaign_id::text)\073
    if new.published_title is not null and new.published_text is not null and new.published_on is not null and ''publish'' = any(new.uses) then
      insert into testimonies.shown (testimony_id, campaign_id, published_on, locale, system, consequences, department, period, words)
      values (new.id, new.campaign_id, new.published_on, new.locale, new.system, coalesce(new.consequences, ''{}''), new.department, new.period,
        testimonies.words(new.locale, concat_ws('' '', new.published_title, new.published_text, new.published_quote)))\073
    end if\073
  end if\073
  return null\073
end';

CREATE TRIGGER "show" AFTER INSERT OR DELETE OR UPDATE OF "state", "published_title", "published_text", "published_quote", "content_warning",
  "published_on", "locale", "system", "consequences", "department", "period", "uses"
  ON "testimonies"."testimony" FOR EACH ROW EXECUTE FUNCTION "testimonies"."show"();

INSERT INTO "testimonies"."shown" (testimony_id, campaign_id, published_on, locale, system, consequences, department, period, words)
SELECT id, campaign_id, published_on, locale, system, coalesce(consequences, '{}'), department, period,
  "testimonies"."words"(locale, concat_ws(' ', published_title, published_text, published_quote))
FROM "testimonies"."testimony"
WHERE state = 'published' AND published_title IS NOT NULL AND published_text IS NOT NULL AND published_on IS NOT NULL AND 'publish' = any(uses);

-- THE STATISTICS, a release a week at most. `body` is what anyone reads. `counted` and `bases` are the true numbers behind it, by
-- which the next release is held back or allowed.
CREATE TABLE "testimonies"."statistics_release" (
    "campaign_id" INTEGER NOT NULL,
    "week" DATE NOT NULL,
    "body" JSONB NOT NULL,
    "counted" JSONB NOT NULL,
    "bases" JSONB NOT NULL,

    CONSTRAINT "statistics_release_pkey" PRIMARY KEY ("campaign_id", "week"),
    CONSTRAINT "statistics_release_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
