-- What appears beside a text (docs/decisions/0041). The answers of a deposit stay what they are and are counted. What of them stands
-- on the site is in columns of its own, made of the version that was agreed on, and nothing public reads any other.
ALTER TABLE "testimonies"."testimony"
  ADD COLUMN "published_system" VARCHAR(16),
  ADD COLUMN "published_department" VARCHAR(3),
  ADD COLUMN "published_period" VARCHAR(7),
  ADD COLUMN "published_consequences" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "published_attempts" TEXT[] NOT NULL DEFAULT '{}';

ALTER TABLE "testimonies"."shown" ALTER COLUMN "system" DROP NOT NULL;

-- What is on the site stays as it is: all but what was tried, which never appeared. A sentence alone is credited, and says no more.
UPDATE "testimonies"."testimony"
SET "published_system" = "system", "published_department" = "department", "published_period" = "period",
  "published_consequences" = CASE WHEN "published_text" IS NULL THEN '{}' ELSE coalesce("consequences", '{}') END
WHERE "state" = 'published';

-- As in 0054, of the new columns. \073 is the semicolon: the engine splits a migration at every one it sees.
CREATE OR REPLACE FUNCTION "testimonies"."show"() RETURNS trigger LANGUAGE plpgsql AS E'
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
      values (new.id, new.campaign_id, new.published_on, new.locale, new.published_system, new.published_consequences, new.published_department,
        new.published_period, testimonies.words(new.locale, concat_ws('' '', new.published_title, new.published_text, new.published_quote)))\073
    end if\073
  end if\073
  return null\073
end';

DROP TRIGGER "show" ON "testimonies"."testimony";
CREATE TRIGGER "show" AFTER INSERT OR DELETE OR UPDATE OF "state", "published_title", "published_text", "published_quote", "content_warning",
  "published_on", "locale", "published_system", "published_consequences", "published_attempts", "published_department", "published_period", "uses"
  ON "testimonies"."testimony" FOR EACH ROW EXECUTE FUNCTION "testimonies"."show"();
