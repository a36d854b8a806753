-- Workers look for what is due: each of these indexes holds only rows that still wait, so that it stays as small as the work left.
DROP INDEX "delivery_state_lane_due_at_idx";

CREATE INDEX "delivery_confirmation_due_idx" ON "delivery"("due_at") WHERE "lane" = 0 AND "state" IN ('queued', 'deferred');
CREATE INDEX "delivery_update_due_idx" ON "delivery"("mailing_id", "due_at") WHERE "mailing_id" IS NOT NULL AND "state" IN ('queued', 'deferred', 'claimed');
CREATE INDEX "delivery_lease_idx" ON "delivery"("lease_until") WHERE "state" = 'claimed';
-- Leaving the news takes back what is not sent yet.
CREATE INDEX "delivery_subject_waiting_idx" ON "delivery"("campaign_id", "subject_id") WHERE "lane" = 1 AND "state" IN ('queued', 'deferred');

-- Progress counts by state.
CREATE INDEX "delivery_mailing_id_state_idx" ON "delivery"("mailing_id", "state");
