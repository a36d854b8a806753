-- A mailing may wait for its hour, and a large one for a second person. Its count is the same for everyone who reads it.
ALTER TYPE "mailing_state" ADD VALUE 'scheduled' AFTER 'draft';
ALTER TABLE "mailing"
  ADD COLUMN "signature_count" INTEGER,
  ADD COLUMN "scheduled_for" TIMESTAMPTZ(3),
  ADD COLUMN "unscheduled_because" VARCHAR(16),
  ADD COLUMN "asked_by_id" UUID,
  ADD COLUMN "approved_by_id" UUID,
  ADD COLUMN "approved_at" TIMESTAMPTZ(3);

-- One written at the command line is nobody's of the team.
ALTER TABLE "mailing" ALTER COLUMN "created_by_id" DROP NOT NULL;
