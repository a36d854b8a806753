-- What a letter's links say of the subject it tries is drawn: nobody who has one letter can tell the mark of another trial, or of the other subject.
ALTER TABLE "mailing_trial"
  ADD COLUMN "mark_a" VARCHAR(16),
  ADD COLUMN "mark_b" VARCHAR(16);

-- Letters that are out carry the number: their readers count as before.
UPDATE "mailing_trial" t SET "mark_a" = t."number" || 'a', "mark_b" = t."number" || 'b'
FROM "mailing" m WHERE m."id" = t."mailing_id" AND m."started_at" IS NOT NULL;

-- What has not begun is drawn anew: twelve bytes, of which six bits say that they come from a UUID.
UPDATE "mailing_trial" SET
  "mark_a" = left(translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/', '-_'), 16),
  "mark_b" = left(translate(encode(uuid_send(gen_random_uuid()), 'base64'), '+/', '-_'), 16)
WHERE "mark_a" IS NULL;

CREATE UNIQUE INDEX "mailing_trial_mark_a_key" ON "mailing_trial"("mark_a");
CREATE UNIQUE INDEX "mailing_trial_mark_b_key" ON "mailing_trial"("mark_b");
