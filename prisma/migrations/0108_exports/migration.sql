CREATE TABLE "export_job" (
    "id" UUID NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "format" VARCHAR(8) NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "people" BOOLEAN NOT NULL DEFAULT false,
    "reason" VARCHAR(500) NOT NULL DEFAULT '',
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "encryption" VARCHAR(10) NOT NULL,
    "age_header" BYTEA,
    "sealed_file_key" BYTEA,
    "sealed_data_key" BYTEA,
    "runner" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "attempt" SMALLINT NOT NULL DEFAULT 0,
    "expected_rows" INTEGER,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "sha256" BYTEA,
    "ready_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "downloads" INTEGER NOT NULL DEFAULT 0,
    "told_at" TIMESTAMPTZ(3),
    "tell_tries" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "export_job_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "export_job_two_people" CHECK ("approved_by_id" <> "requested_by_id"),
    -- what names people is encrypted, has its reason, and is not made before somebody else agreed
    CONSTRAINT "export_job_encrypted" CHECK (NOT "people" OR ("encryption" <> 'none' AND "reason" <> '')),
    CONSTRAINT "export_job_agreed" CHECK (NOT "people" OR "approved_by_id" IS NOT NULL OR "state" NOT IN ('queued', 'running', 'ready'))
);
CREATE INDEX "export_job_state_idx" ON "export_job"("state");
CREATE INDEX "export_job_requested_at_idx" ON "export_job"("requested_at");

CREATE TABLE "export_chunk" (
    "export_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "export_chunk_pkey" PRIMARY KEY ("export_id", "n"),
    CONSTRAINT "export_chunk_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export_job"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- sealed bytes do not shrink, and are read in whole pieces
ALTER TABLE "export_chunk" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;
