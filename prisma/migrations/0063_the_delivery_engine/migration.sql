-- How a mailing is sent: its pace, what becomes of doubtful letters, and why it stopped by itself.
ALTER TABLE "mailing"
  ADD COLUMN "letters_per_hour" INTEGER,
  ADD COLUMN "paced_until" TIMESTAMPTZ(3),
  ADD COLUMN "resends_doubtful" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "resumed_at" TIMESTAMPTZ(3),
  ADD COLUMN "paused_because" VARCHAR(16);

-- What each worker has on its lines now: written before a letter is begun, so that after a crash only these are in doubt.
CREATE TABLE "mail_worker" (
    "id" UUID NOT NULL,
    "begun" UUID[] NOT NULL DEFAULT '{}',
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_worker_pkey" PRIMARY KEY ("id")
);

-- What became of letters, minute by minute: for the rate, the time left, and the mailing that has to stop.
CREATE TABLE "mailing_pulse" (
    "mailing_id" UUID NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "worker_id" UUID NOT NULL,
    "sent" INTEGER NOT NULL,
    "deferred" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,

    CONSTRAINT "mailing_pulse_pkey" PRIMARY KEY ("mailing_id","minute","worker_id")
);
ALTER TABLE "mailing_pulse" ADD CONSTRAINT "mailing_pulse_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "mailing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Receivers that asked for less, and how much they get: shared by all workers.
CREATE TABLE "mail_group" (
    "name" VARCHAR(24) NOT NULL,
    "rate" DOUBLE PRECISION NOT NULL,
    "ceiling" DOUBLE PRECISION NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_group_pkey" PRIMARY KEY ("name")
);

-- A claim writes less when what is claimed is in fewer of them. What is claimed is found by its lease.
DROP INDEX "delivery_update_due_idx";
CREATE INDEX "delivery_update_due_idx" ON "delivery"("mailing_id", "due_at") WHERE "mailing_id" IS NOT NULL AND "state" IN ('queued', 'deferred');
DROP INDEX "delivery_mailing_id_state_idx";
CREATE INDEX "delivery_mailing_id_state_idx" ON "delivery"("mailing_id", "state") WHERE "mailing_id" IS NOT NULL AND "state" NOT IN ('queued', 'claimed');
