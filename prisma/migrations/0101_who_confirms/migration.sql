-- How many of those who signed on a day have confirmed: counted while the rows of that day are all there, and kept afterwards.
CREATE TABLE "asked_day" (
    "campaign_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "asked" INTEGER NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "asked_day_pkey" PRIMARY KEY ("campaign_id", "day"),
    CONSTRAINT "asked_day_numbers" CHECK ("confirmed" >= 0 AND "asked" >= "confirmed")
);
