-- Cases: notices about a published testimony and rights of reply, with their clock (docs/decisions/0038).
CREATE TYPE "testimonies"."case_kind" AS ENUM ('report', 'reply');
CREATE TYPE "testimonies"."case_state" AS ENUM ('open', 'accepted', 'refused', 'done');

CREATE TABLE "testimonies"."case_file" (
    "id" UUID NOT NULL,
    "testimony_id" UUID NOT NULL,
    "kind" "testimonies"."case_kind" NOT NULL,
    "state" "testimonies"."case_state" NOT NULL DEFAULT 'open',
    "locale" VARCHAR(2) NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "for_team" BYTEA,
    "for_code" BYTEA,
    "sealed_request" BYTEA,
    "received_on" DATE NOT NULL,
    "due_on" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "sealed_reply" BYTEA,
    "proposed_by_id" UUID,
    "decision" VARCHAR(16),
    "reason" VARCHAR(32),
    "sealed_words" BYTEA,
    "decided_by_id" UUID,
    "decided_on" DATE,
    "published_reply" TEXT,
    "published_reply_by" TEXT,
    "published_reply_on" DATE,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_file_testimony_id_fkey" FOREIGN KEY ("testimony_id") REFERENCES "testimonies"."testimony"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "case_file_code_hash_key" ON "testimonies"."case_file"("code_hash");
CREATE INDEX "case_file_testimony_id_idx" ON "testimonies"."case_file"("testimony_id");
CREATE INDEX "case_file_state_due_on_idx" ON "testimonies"."case_file"("state", "due_on");
