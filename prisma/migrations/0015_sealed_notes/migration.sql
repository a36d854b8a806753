-- What a moderator writes about a decision may quote the story: it is sealed like the story.
ALTER TABLE "decision" ADD COLUMN IF NOT EXISTS "sealed_note" BYTEA;
