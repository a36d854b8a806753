-- On what the day rests by which an answer is due, and whom the team's mail reminded of it. What was sealed stays as it is: these
-- columns are told afterwards, like the day of the delivery.
ALTER TABLE "handover"
    ADD COLUMN "due_basis" VARCHAR(10),
    ADD COLUMN "due_source_fr" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "due_source_en" TEXT NOT NULL DEFAULT '',
    ADD COLUMN "due_source_url" TEXT;
ALTER TABLE "handover" ADD CONSTRAINT "handover_due_basis" CHECK ("due_basis" IS NULL OR ("due_basis" IN ('documents', 'silence', 'asked', 'other') AND "due_on" IS NOT NULL));

-- One mail to a person about one day, however often the timetable runs. Nothing in it names anybody.
CREATE TABLE "handover_reminder" (
    "handover_id" INTEGER NOT NULL,
    "kind" VARCHAR(6) NOT NULL,
    "due_on" DATE NOT NULL,
    "staff_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "handover_reminder_pkey" PRIMARY KEY ("handover_id", "kind", "due_on", "staff_id"),
    CONSTRAINT "handover_reminder_kind" CHECK ("kind" IN ('soon', 'silent'))
);
ALTER TABLE "handover_reminder" ADD CONSTRAINT "handover_reminder_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "handover_reminder" ADD CONSTRAINT "handover_reminder_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
