-- The head of the log at the moment when an update began: every letter of it prints the same one (docs/decisions/0066).
ALTER TABLE "mailing" ADD COLUMN "head_size" BIGINT, ADD COLUMN "head_root" BYTEA, ADD COLUMN "head_counted" BIGINT;
