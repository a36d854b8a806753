-- Telling others what a campaign made public (docs/decisions/0061).
CREATE TABLE "webhook" (
    "id" SERIAL NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "partner_id" INTEGER,
    "sealed_url" BYTEA NOT NULL,
    "host" VARCHAR(260) NOT NULL,
    "events" TEXT[],
    "sealed_secret" BYTEA NOT NULL,
    "sealed_before" BYTEA,
    "before_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "gave_up" BOOLEAN NOT NULL DEFAULT false,
    "told_count" INTEGER,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_message" (
    "id" UUID NOT NULL,
    "webhook_id" INTEGER NOT NULL,
    "event" VARCHAR(24) NOT NULL,
    "mark" VARCHAR(80) NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "leased_until" TIMESTAMPTZ(3),
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "arrived_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_message_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "webhook_message_webhook_id_mark_key" ON "webhook_message"("webhook_id", "mark");
CREATE INDEX "webhook_message_created_at_idx" ON "webhook_message"("created_at");
CREATE INDEX "webhook_message_due_at_idx" ON "webhook_message"("due_at") WHERE "due_at" IS NOT NULL;
ALTER TABLE "webhook_message" ADD CONSTRAINT "webhook_message_webhook_id_fkey"
    FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "webhook_try" (
    "id" BIGSERIAL NOT NULL,
    "message_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" SMALLINT,
    "fault" VARCHAR(24),
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "webhook_try_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "webhook_try_message_id_idx" ON "webhook_try"("message_id");
ALTER TABLE "webhook_try" ADD CONSTRAINT "webhook_try_message_id_fkey"
    FOREIGN KEY ("message_id") REFERENCES "webhook_message"("id") ON DELETE CASCADE ON UPDATE CASCADE;
