-- A link to choose one's news, asked for by address where the one in a letter was cut (docs/decisions/0056).
ALTER TYPE "delivery_kind" ADD VALUE IF NOT EXISTS 'news-link';

-- When such a letter was last written, and whether this wish ended together with all of the site: both are said of this row alone.
ALTER TABLE "subscription" ADD COLUMN "link_sent_at" TIMESTAMPTZ(3), ADD COLUMN "left_all" BOOLEAN NOT NULL DEFAULT false;
