-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "campaign_state" AS ENUM ('draft', 'open', 'closed');

-- CreateEnum
CREATE TYPE "mailing_state" AS ENUM ('draft', 'sending', 'paused', 'sent', 'cancelled');

-- CreateEnum
CREATE TYPE "delivery_kind" AS ENUM ('confirmation', 'already-signed', 'update');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('queued', 'claimed', 'handed-over', 'deferred', 'failed', 'unknown', 'suppressed');

-- CreateEnum
CREATE TYPE "signature_state" AS ENUM ('pending', 'confirmed', 'quarantined', 'invalidated', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "subscription_state" AS ENUM ('pending', 'active', 'unsubscribed', 'bounced', 'complained');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('owner', 'campaigner', 'moderator', 'analyst');

-- CreateEnum
CREATE TYPE "staff_state" AS ENUM ('active', 'removed');

-- CreateEnum
CREATE TYPE "testimony_state" AS ENUM ('submitted', 'proposed', 'published', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "campaign" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "state" "campaign_state" NOT NULL DEFAULT 'open',
    "association" TEXT NOT NULL,
    "target_fr" TEXT NOT NULL,
    "target_en" TEXT NOT NULL,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "verified_on" DATE,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign_text" (
    "campaign_id" INTEGER NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "addressee" TEXT NOT NULL,
    "ask" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "easy" TEXT NOT NULL,
    "demands" TEXT[],
    "consent" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "campaign_text_pkey" PRIMARY KEY ("campaign_id","locale","version")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "threshold" INTEGER NOT NULL,
    "duty_fr" TEXT NOT NULL,
    "duty_en" TEXT NOT NULL,
    "reached_at" TIMESTAMPTZ(3),

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "source_url" TEXT NOT NULL,
    "answer_url" TEXT,
    "seen_on" DATE NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_text" (
    "claim_id" INTEGER NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "answer_title" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answer_source" TEXT NOT NULL,

    CONSTRAINT "claim_text_pkey" PRIMARY KEY ("claim_id","locale")
);

-- CreateTable
CREATE TABLE "timeline_entry" (
    "id" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "source_url" TEXT,
    "text_fr" TEXT NOT NULL,
    "text_en" TEXT NOT NULL,

    CONSTRAINT "timeline_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question" (
    "id" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "question_fr" TEXT NOT NULL,
    "answer_fr" TEXT NOT NULL,
    "question_en" TEXT NOT NULL,
    "answer_en" TEXT NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailing" (
    "id" UUID NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "state" "mailing_state" NOT NULL DEFAULT 'draft',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mailing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailing_text" (
    "mailing_id" UUID NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "mailing_text_pkey" PRIMARY KEY ("mailing_id","locale")
);

-- CreateTable
CREATE TABLE "delivery" (
    "campaign_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "kind" "delivery_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "mailing_id" UUID,
    "state" "delivery_state" NOT NULL DEFAULT 'queued',
    "lane" SMALLINT NOT NULL,
    "attempt" SMALLINT NOT NULL DEFAULT 0,
    "fence" BIGINT NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "dated_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "reply" VARCHAR(16),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("campaign_id","id")
);

-- CreateTable
CREATE TABLE "signature" (
    "campaign_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "household_rank" SMALLINT NOT NULL DEFAULT 0,
    "sealed_email" BYTEA NOT NULL,
    "sealed_name" BYTEA NOT NULL,
    "sealed_comment" BYTEA,
    "department" VARCHAR(3),
    "country" VARCHAR(2) NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "text_version" INTEGER NOT NULL,
    "show_name" BOOLEAN NOT NULL,
    "state" "signature_state" NOT NULL DEFAULT 'pending',
    "mails" SMALLINT NOT NULL DEFAULT 1,
    "mailed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "signature_pkey" PRIMARY KEY ("campaign_id","id")
);

-- CreateTable
CREATE TABLE "tally" (
    "campaign_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "dimension" VARCHAR(12) NOT NULL,
    "key" VARCHAR(8) NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("campaign_id","day","dimension","key")
);

-- CreateTable
CREATE TABLE "subscription" (
    "campaign_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "sealed_email" BYTEA NOT NULL,
    "sealed_name" BYTEA NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "state" "subscription_state" NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "activated_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("campaign_id","id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "id" UUID NOT NULL,
    "email_index" BYTEA NOT NULL,
    "sealed_email" BYTEA NOT NULL,
    "role" "staff_role" NOT NULL,
    "state" "staff_state" NOT NULL DEFAULT 'active',
    "locale" VARCHAR(2) NOT NULL DEFAULT 'fr',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enter_link" (
    "token_hash" BYTEA NOT NULL,
    "staff_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "enter_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "token_hash" BYTEA NOT NULL,
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,
    "action" VARCHAR(64) NOT NULL,
    "subject" VARCHAR(128) NOT NULL,
    "detail" JSONB NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "testimony" (
    "id" UUID NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "receipt_hash" BYTEA NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "system" VARCHAR(16) NOT NULL,
    "department" VARCHAR(3),
    "period" VARCHAR(7),
    "uses" TEXT[],
    "received_week" DATE NOT NULL,
    "state" "testimony_state" NOT NULL DEFAULT 'submitted',
    "sealed_original" BYTEA NOT NULL,
    "sealed_draft" BYTEA,
    "draft_version" INTEGER NOT NULL DEFAULT 0,
    "claimed_by_id" UUID,
    "claimed_until" TIMESTAMPTZ(3),
    "proposed_by_id" UUID,
    "published_title" TEXT,
    "published_text" TEXT,
    "content_warning" TEXT,
    "published_on" DATE,

    CONSTRAINT "testimony_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "testimony_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "reason" TEXT,
    "draft_version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "campaign_slug_key" ON "campaign"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "goal_campaign_id_threshold_key" ON "goal"("campaign_id", "threshold");

-- CreateIndex
CREATE UNIQUE INDEX "claim_campaign_id_slug_key" ON "claim"("campaign_id", "slug");

-- CreateIndex
CREATE INDEX "timeline_entry_campaign_id_day_idx" ON "timeline_entry"("campaign_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "question_campaign_id_slug_key" ON "question"("campaign_id", "slug");

-- CreateIndex
CREATE INDEX "mailing_campaign_id_started_at_idx" ON "mailing"("campaign_id", "started_at");

-- CreateIndex
CREATE INDEX "delivery_state_lane_due_at_idx" ON "delivery"("state", "lane", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_mailing_id_subject_id_key" ON "delivery"("mailing_id", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "signature_campaign_id_email_index_household_rank_key" ON "signature"("campaign_id", "email_index", "household_rank");

-- CreateIndex
CREATE INDEX "subscription_campaign_id_state_idx" ON "subscription"("campaign_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_campaign_id_email_index_key" ON "subscription"("campaign_id", "email_index");

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_email_index_key" ON "staff_member"("email_index");

-- CreateIndex
CREATE INDEX "staff_session_seen_at_idx" ON "staff_session"("seen_at");

-- CreateIndex
CREATE UNIQUE INDEX "testimony_receipt_hash_key" ON "testimony"("receipt_hash");

-- CreateIndex
CREATE INDEX "testimony_campaign_id_state_received_week_idx" ON "testimony"("campaign_id", "state", "received_week");

-- CreateIndex
CREATE INDEX "testimony_campaign_id_state_published_on_idx" ON "testimony"("campaign_id", "state", "published_on");

-- CreateIndex
CREATE INDEX "decision_testimony_id_at_idx" ON "decision"("testimony_id", "at");

-- AddForeignKey
ALTER TABLE "campaign_text" ADD CONSTRAINT "campaign_text_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_text" ADD CONSTRAINT "claim_text_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timeline_entry" ADD CONSTRAINT "timeline_entry_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailing_text" ADD CONSTRAINT "mailing_text_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "mailing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enter_link" ADD CONSTRAINT "enter_link_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "testimony" ADD CONSTRAINT "testimony_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_testimony_id_fkey" FOREIGN KEY ("testimony_id") REFERENCES "testimony"("id") ON DELETE CASCADE ON UPDATE CASCADE;
