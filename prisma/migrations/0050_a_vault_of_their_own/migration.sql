-- Testimonies move into a schema of their own, reached under a role that sees no signature. Each has a key of its own,
-- sealed for the team and for the receipt (docs/decisions/0034).
CREATE SCHEMA IF NOT EXISTS "testimonies";

ALTER TABLE "testimony" SET SCHEMA "testimonies";
ALTER TABLE "decision" SET SCHEMA "testimonies";
ALTER TYPE "testimony_state" SET SCHEMA "testimonies";

ALTER TYPE "testimonies"."testimony_state" ADD VALUE IF NOT EXISTS 'asked' AFTER 'submitted';
ALTER TYPE "testimonies"."testimony_state" ADD VALUE IF NOT EXISTS 'held' AFTER 'asked';
ALTER TYPE "testimonies"."testimony_state" ADD VALUE IF NOT EXISTS 'unpublished' AFTER 'published';

ALTER TABLE "testimonies"."testimony"
  ALTER COLUMN "sealed_original" DROP NOT NULL,
  ADD COLUMN "consequences" TEXT[],
  ADD COLUMN "attempts" TEXT[],
  ADD COLUMN "seconded_by_id" UUID,
  ADD COLUMN "seconded_version" INTEGER,
  ADD COLUMN "approved_version" INTEGER,
  ADD COLUMN "urgent" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "settled_on" DATE,
  ADD COLUMN "published_quote" TEXT;

ALTER TABLE "testimonies"."decision" ALTER COLUMN "staff_id" DROP NOT NULL;

CREATE TABLE "testimonies"."data_key" (
    "testimony_id" UUID NOT NULL,
    "for_team" BYTEA NOT NULL,
    "for_receipt" BYTEA,

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("testimony_id"),
    CONSTRAINT "data_key_testimony_id_fkey" FOREIGN KEY ("testimony_id") REFERENCES "testimonies"."testimony"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TYPE "testimonies"."message_author" AS ENUM ('team', 'witness');

CREATE TABLE "testimonies"."message" (
    "id" UUID NOT NULL,
    "testimony_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "author" "testimonies"."message_author" NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "sealed_text" BYTEA NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "message_testimony_id_fkey" FOREIGN KEY ("testimony_id") REFERENCES "testimonies"."testimony"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "message_testimony_id_n_key" ON "testimonies"."message"("testimony_id", "n");

CREATE TABLE "testimonies"."attachment" (
    "id" UUID NOT NULL,
    "testimony_id" UUID NOT NULL,
    "file" INTEGER NOT NULL,
    "page" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sealed_image" BYTEA NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "attachment_testimony_id_fkey" FOREIGN KEY ("testimony_id") REFERENCES "testimonies"."testimony"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "attachment_testimony_id_file_page_key" ON "testimonies"."attachment"("testimony_id", "file", "page");

ALTER TABLE "enter_link" ADD COLUMN "sealed_team_key" BYTEA;
ALTER TABLE "staff_session" ADD COLUMN "sealed_team_key" BYTEA;

CREATE TABLE "team_key" (
    "id" VARCHAR(16) NOT NULL,
    "public_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "team_key_pkey" PRIMARY KEY ("id")
);
