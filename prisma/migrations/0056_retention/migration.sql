-- What is kept goes when its time is over: terms, and a journal of the runs (docs/decisions/0039).
ALTER TABLE "testimonies"."testimony" ADD COLUMN "reviewed_on" DATE;

CREATE TABLE "testimonies"."retention_term" (
    "name" VARCHAR(16) NOT NULL,
    "amount" SMALLINT NOT NULL,

    CONSTRAINT "retention_term_pkey" PRIMARY KEY ("name")
);

CREATE TABLE "testimonies"."retention_run" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "by_hand" BOOLEAN NOT NULL DEFAULT false,
    "original_months" SMALLINT NOT NULL,
    "draft_days" SMALLINT NOT NULL,
    "case_months" SMALLINT NOT NULL,
    "closed" INTEGER NOT NULL DEFAULT 0,
    "originals" INTEGER NOT NULL DEFAULT 0,
    "drafts" INTEGER NOT NULL DEFAULT 0,
    "words" INTEGER NOT NULL DEFAULT 0,
    "cases" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);

-- Decided before this version: the day of the last decision is in the history, or else the day it appeared.
UPDATE "testimonies"."testimony" t
SET "settled_on" = coalesce(
  (SELECT max((d."at" AT TIME ZONE 'Europe/Paris')::date) FROM "testimonies"."decision" d
   WHERE d."testimony_id" = t."id" AND d."kind" = t."state"::text),
  t."published_on",
  t."received_week")
WHERE t."state"::text IN ('published', 'unpublished', 'declined') AND t."settled_on" IS NULL;

-- What is due is found without reading the others.
CREATE INDEX "testimony_settled_on_idx" ON "testimonies"."testimony"("settled_on")
  WHERE "sealed_original" IS NOT NULL OR "sealed_draft" IS NOT NULL;
