-- Questions and answers with their state, their days and what they said before (docs/decisions/0075).
CREATE TYPE "question_state" AS ENUM ('proposed', 'published', 'retired');
CREATE TYPE "question_change" AS ENUM ('first', 'wording', 'correction', 'update');

ALTER TABLE "question"
  ADD COLUMN "theme" VARCHAR(16) NOT NULL DEFAULT 'understand',
  ADD COLUMN "state" "question_state" NOT NULL DEFAULT 'published',
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "published_on" DATE,
  ADD COLUMN "updated_on" DATE,
  ADD COLUMN "verified_on" DATE,
  ADD COLUMN "check_by" DATE,
  ADD COLUMN "proposed_by_id" UUID;

CREATE TABLE "question_version" (
    "question_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "question_fr" TEXT NOT NULL,
    "answer_fr" TEXT NOT NULL,
    "question_en" TEXT NOT NULL,
    "answer_en" TEXT NOT NULL,
    "change" "question_change" NOT NULL,
    "note_fr" TEXT NOT NULL DEFAULT '',
    "note_en" TEXT NOT NULL DEFAULT '',
    "published_on" DATE NOT NULL,

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("question_id", "version"),
    CONSTRAINT "question_version_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "question_help" (
    "once" UUID NOT NULL,
    "question_id" INTEGER NOT NULL,

    CONSTRAINT "question_help_pkey" PRIMARY KEY ("once"),
    CONSTRAINT "question_help_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "question_help_question_id_idx" ON "question_help"("question_id");

-- Those of before appeared when their campaign opened, and were verified with its facts.
UPDATE "question" q SET
  "published_on" = (c."opens_at" AT TIME ZONE 'Europe/Paris')::date,
  "verified_on" = c."verified_on"
FROM "campaign" c WHERE c."id" = q."campaign_id";

INSERT INTO "question_version" ("question_id", "version", "question_fr", "answer_fr", "question_en", "answer_en", "change", "published_on")
SELECT "id", 1, "question_fr", "answer_fr", "question_en", "answer_en", 'first', "published_on" FROM "question";
