-- Something that happened, and the letter to those who asked for news: prepared, or set aside with a reason. Without a row nobody decided yet.
CREATE TABLE "followed_news" (
    "campaign_id" INTEGER NOT NULL,
    "about" VARCHAR(120) NOT NULL,
    "mailing_id" UUID,
    "aside_because" TEXT,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "followed_news_pkey" PRIMARY KEY ("campaign_id", "about"),
    CONSTRAINT "followed_news_one" CHECK (("mailing_id" IS NULL) <> ("aside_because" IS NULL))
);
ALTER TABLE "followed_news" ADD CONSTRAINT "followed_news_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "followed_news" ADD CONSTRAINT "followed_news_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "mailing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "followed_news_mailing_id_idx" ON "followed_news"("mailing_id");
