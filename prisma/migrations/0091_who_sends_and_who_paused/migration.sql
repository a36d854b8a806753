-- Who let it begin, so that what one person sends alone is counted together. Since when it stands still, and by whom.
ALTER TABLE "mailing"
  ADD COLUMN "sent_by_id" UUID,
  ADD COLUMN "paused_at" TIMESTAMPTZ(3),
  ADD COLUMN "paused_by_id" UUID;
