-- Pictures for letters, drawn anew by us (docs/decisions/0053). Their bytes never change.
CREATE TABLE "picture" (
    "id" VARCHAR(24) NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "jpeg" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "width" SMALLINT NOT NULL,
    "height" SMALLINT NOT NULL,
    "alt_fr" TEXT NOT NULL,
    "alt_en" TEXT NOT NULL,
    "decorative" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,

    CONSTRAINT "picture_pkey" PRIMARY KEY ("id"),
    -- Whatever a program does, what travels to everyone stays small.
    CONSTRAINT "picture_is_small" CHECK (octet_length("jpeg") = "size" AND "size" BETWEEN 1 AND 200000)
);
-- It is packed already.
ALTER TABLE "picture" ALTER COLUMN "jpeg" SET STORAGE EXTERNAL;
CREATE INDEX "picture_campaign_id_created_at_idx" ON "picture"("campaign_id", "created_at");
ALTER TABLE "picture" ADD CONSTRAINT "picture_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which letters carry it, written when they begin.
CREATE TABLE "picture_use" (
    "picture_id" VARCHAR(24) NOT NULL,
    "mailing_id" UUID NOT NULL,

    CONSTRAINT "picture_use_pkey" PRIMARY KEY ("picture_id","mailing_id")
);
CREATE INDEX "picture_use_mailing_id_idx" ON "picture_use"("mailing_id");
ALTER TABLE "picture_use" ADD CONSTRAINT "picture_use_picture_id_fkey" FOREIGN KEY ("picture_id") REFERENCES "picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "picture_use" ADD CONSTRAINT "picture_use_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "mailing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
