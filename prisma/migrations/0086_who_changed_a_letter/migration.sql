-- Whoever changed a draft last is not its second person, whoever began it.
ALTER TABLE "mailing" ADD COLUMN "changed_by_id" UUID;
