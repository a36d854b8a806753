-- Beside what it counts, where the role that takes questions may write. How many questions and rights of reply a campaign took on its last day with any. A number, and nothing of whoever sent them.
CREATE TABLE "testimonies"."day_share" (
    "campaign_id" INTEGER NOT NULL,
    "kind" VARCHAR(8) NOT NULL,
    "day" DATE NOT NULL,
    "taken" INTEGER NOT NULL,

    CONSTRAINT "day_share_pkey" PRIMARY KEY ("campaign_id", "kind"),
    CONSTRAINT "day_share_kind" CHECK ("kind" IN ('question', 'reply')),
    CONSTRAINT "day_share_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
