-- What visitors ask, sealed until somebody answers, and how long it is kept (docs/decisions/0075).
CREATE TYPE "testimonies"."asked_kind" AS ENUM ('question', 'objection', 'correction');
CREATE TYPE "testimonies"."asked_state" AS ENUM ('waiting', 'answered', 'declined');

CREATE TABLE "testimonies"."asked_question" (
    "id" UUID NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "kind" "testimonies"."asked_kind" NOT NULL,
    "state" "testimonies"."asked_state" NOT NULL DEFAULT 'waiting',
    "may_appear" BOOLEAN NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "for_team" BYTEA,
    "for_code" BYTEA,
    "sealed_text" BYTEA,
    "received_on" DATE NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "sealed_words" BYTEA,
    "reason" VARCHAR(32),
    "question_id" INTEGER,
    "answered_by_id" UUID,
    "answered_on" DATE,

    CONSTRAINT "asked_question_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "asked_question_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "asked_question_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "asked_question_code_hash_key" ON "testimonies"."asked_question"("code_hash");
CREATE INDEX "asked_question_state_received_on_idx" ON "testimonies"."asked_question"("state", "received_on");
CREATE INDEX "asked_question_question_id_idx" ON "testimonies"."asked_question"("question_id");

ALTER TABLE "testimonies"."retention_run" ADD COLUMN "questions" INTEGER NOT NULL DEFAULT 0;
