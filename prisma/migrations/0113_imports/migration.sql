-- Signatures, readers, blocks and paper from files of other tools (docs/decisions/0064).
CREATE TYPE "import_state" AS ENUM ('uploaded', 'checking', 'checked', 'running', 'done', 'cancelled', 'undoing', 'undone');

CREATE TABLE "data_import" (
    "id" SERIAL NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'uploaded',
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "sha256" BYTEA NOT NULL,
    "bytes" INTEGER NOT NULL,
    "pieces" INTEGER,
    "encoding" VARCHAR(16) NOT NULL,
    "separator" VARCHAR(12) NOT NULL,
    "has_header" BOOLEAN NOT NULL,
    "kind" VARCHAR(12),
    "campaign_id" INTEGER,
    "locale" VARCHAR(2),
    "day_order" VARCHAR(3) NOT NULL DEFAULT 'dmy',
    "mapping" JSONB NOT NULL DEFAULT '[]',
    "source" VARCHAR(80) NOT NULL DEFAULT '',
    "consent_where" TEXT NOT NULL DEFAULT '',
    "consent_when" TEXT NOT NULL DEFAULT '',
    "consent_words" TEXT NOT NULL DEFAULT '',
    "consent_purpose" TEXT NOT NULL DEFAULT '',
    "may_write" BOOLEAN NOT NULL DEFAULT false,
    "confirmed_elsewhere" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "fresh" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "fault" VARCHAR(16),
    "fault_line" INTEGER,
    "uploaded_by_id" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" UUID,
    "asked_by_id" UUID,
    "approved_by_id" UUID,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "file_deleted_at" TIMESTAMPTZ(3),
    "wave" VARCHAR(8),
    "wave_per_hour" INTEGER,
    "wave_asked_by_id" UUID,
    "wave_approved_by_id" UUID,
    "wave_started_at" TIMESTAMPTZ(3),
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "confirmed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "data_import_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "data_import_four_eyes" CHECK ("approved_by_id" IS NULL OR "approved_by_id" IS DISTINCT FROM "changed_by_id")
);
CREATE INDEX "data_import_campaign_id_idx" ON "data_import"("campaign_id");

CREATE TABLE "import_piece" (
    "import_id" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "import_piece_pkey" PRIMARY KEY ("import_id", "n")
);

CREATE TABLE "imported_person" (
    "import_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "campaign_id" INTEGER NOT NULL,
    "kind" VARCHAR(12) NOT NULL,
    "email_index" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "locale" VARCHAR(2) NOT NULL,
    "country" VARCHAR(2) NOT NULL,
    "department" VARCHAR(3),
    "agreed_on" DATE,
    "state" VARCHAR(9) NOT NULL DEFAULT 'waiting',
    "subject_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imported_person_pkey" PRIMARY KEY ("import_id", "line")
);
CREATE UNIQUE INDEX "imported_person_campaign_id_kind_email_index_key" ON "imported_person"("campaign_id", "kind", "email_index");
CREATE INDEX "imported_person_import_id_state_line_idx" ON "imported_person"("import_id", "state", "line");
CREATE INDEX "imported_person_subject_idx" ON "imported_person"("campaign_id", "subject_id") WHERE "subject_id" IS NOT NULL;

CREATE TABLE "import_refusal" (
    "import_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "column" INTEGER,
    "reason" VARCHAR(20) NOT NULL,

    CONSTRAINT "import_refusal_pkey" PRIMARY KEY ("import_id", "line")
);
