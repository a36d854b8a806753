-- Whoever agreed elsewhere is asked once, behind every other letter (docs/decisions/0064).
ALTER TYPE "delivery_kind" ADD VALUE IF NOT EXISTS 'news-consent';
CREATE INDEX "delivery_imported_due_idx" ON "delivery"("due_at") WHERE "lane" = 5 AND "state" IN ('queued', 'deferred');
