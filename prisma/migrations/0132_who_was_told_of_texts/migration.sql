-- Whom the team's mail told of a text that is hidden or soon will be. Nothing in it names anybody, and it goes with the text.
CREATE TABLE "sheet_reminder" (
    "sheet_id" INTEGER NOT NULL,
    "check_by" DATE NOT NULL,
    "standing" VARCHAR(7) NOT NULL,
    "staff_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "told_on" DATE,
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "sheet_reminder_pkey" PRIMARY KEY ("sheet_id", "check_by", "standing", "staff_id"),
    CONSTRAINT "sheet_reminder_standing" CHECK ("standing" IN ('soon', 'expired'))
);
CREATE INDEX "sheet_reminder_staff_id_idx" ON "sheet_reminder"("staff_id");
ALTER TABLE "sheet_reminder" ADD CONSTRAINT "sheet_reminder_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "sheet_reminder" ADD CONSTRAINT "sheet_reminder_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
