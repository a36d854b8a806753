-- A yes that fell because the draft was changed: when, and whose it was, so that the page can say so
ALTER TABLE "mailing"
  ADD COLUMN "approval_fell_at" TIMESTAMPTZ(3),
  ADD COLUMN "fallen_approval_of_id" UUID;
