-- Claims are kept as sheets from now on, with versions, a day of verification and a public history. The tables of before stay for
-- processes of the release before, and go in a later one.
INSERT INTO "sheet" ("campaign_id", "kind", "slug", "position", "version", "verified_on", "check_by", "saved_at")
SELECT c."campaign_id", 'claim', c."slug", c."position", 1,
       coalesce(g."verified_on", c."seen_on"),
       -- A year, and never less than a month from now: an upgrade hides nothing at once.
       greatest((coalesce(g."verified_on", c."seen_on") + interval '12 months')::date, current_date + 30),
       now()
FROM "claim" c JOIN "campaign" g ON g."id" = c."campaign_id"
WHERE c."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(c."slug") <= 60
  AND EXISTS (SELECT FROM "claim_text" t WHERE t."claim_id" = c."id")
ON CONFLICT DO NOTHING;

-- Both languages in one content. A language that a claim lacked shows the words of the other. `kind` of the answer: there, or none found.
INSERT INTO "sheet_version" ("sheet_id", "version", "content", "change", "published_on")
SELECT s."id", 1,
  jsonb_build_object(
    'fr', jsonb_build_object('title', fr."title", 'saidBy', '', 'body', fr."body", 'source', fr."source",
      'answerTitle', fr."answer_title", 'answer', fr."answer", 'answerSource', fr."answer_source"),
    'en', jsonb_build_object('title', en."title", 'saidBy', '', 'body', en."body", 'source', en."source",
      'answerTitle', en."answer_title", 'answer', en."answer", 'answerSource', en."answer_source"),
    'state', 'reported',
    'sourceUrl', c."source_url",
    'seenOn', to_char(c."seen_on", 'YYYY-MM-DD'),
    'answerKind', CASE WHEN answered."yes" THEN 'answered' ELSE 'none' END,
    'answerUrl', coalesce(c."answer_url", ''),
    'soughtOn', CASE WHEN answered."yes" THEN '' ELSE to_char(c."seen_on", 'YYYY-MM-DD') END,
    'copyHash', '', 'copyBytes', '', 'copyOn', '',
    'systems', '[]'::jsonb, 'letters', '[]'::jsonb),
  'first', s."verified_on"
FROM "claim" c
JOIN "sheet" s ON s."campaign_id" = c."campaign_id" AND s."kind" = 'claim' AND s."slug" = c."slug"
CROSS JOIN LATERAL (SELECT * FROM "claim_text" t WHERE t."claim_id" = c."id" ORDER BY t."locale" = 'fr' DESC LIMIT 1) fr
CROSS JOIN LATERAL (SELECT * FROM "claim_text" t WHERE t."claim_id" = c."id" ORDER BY t."locale" = 'en' DESC LIMIT 1) en
CROSS JOIN LATERAL (SELECT '' NOT IN (trim(fr."answer_title"), trim(fr."answer"), trim(fr."answer_source"),
                                      trim(en."answer_title"), trim(en."answer"), trim(en."answer_source")) AS "yes") answered
ON CONFLICT DO NOTHING;

CREATE TABLE "right_of_reply" (
    "id" UUID NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "about" VARCHAR(9) NOT NULL,
    "about_slug" VARCHAR(60) NOT NULL,
    "about_version" INTEGER NOT NULL,
    "in_time" BOOLEAN NOT NULL,
    "state" VARCHAR(9) NOT NULL DEFAULT 'open',
    "locale" VARCHAR(2) NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "sealed_contact" BYTEA,
    "sealed_request" BYTEA,
    "sealed_proposal" BYTEA,
    "sealed_words" BYTEA,
    "received_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "proposed_by_id" UUID,
    "reason" VARCHAR(32),
    "decided_by_id" UUID,
    "decided_on" DATE,
    "published_reply" TEXT,
    "published_reply_by" TEXT,
    "published_reply_on" DATE,

    CONSTRAINT "right_of_reply_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "right_of_reply_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "right_of_reply_about" CHECK ("about" IN ('campaign', 'claim', 'system') AND ("about" = 'campaign') = ("about_slug" = '')),
    CONSTRAINT "right_of_reply_state" CHECK ("state" IN ('open', 'accepted', 'inserted', 'refused')),
    -- Two people where it ends on a public page.
    CONSTRAINT "right_of_reply_four_eyes" CHECK ("state" <> 'inserted'
      OR ("published_reply" IS NOT NULL AND "published_reply_on" IS NOT NULL AND "proposed_by_id" <> "decided_by_id"))
);
CREATE UNIQUE INDEX "right_of_reply_code_hash_key" ON "right_of_reply"("code_hash");
CREATE INDEX "right_of_reply_campaign_id_about_about_slug_idx" ON "right_of_reply"("campaign_id", "about", "about_slug");
CREATE INDEX "right_of_reply_state_due_on_idx" ON "right_of_reply"("state", "due_on");
