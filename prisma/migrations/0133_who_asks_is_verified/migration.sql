-- Before a reply stands on a page, somebody who can open who asks has verified them, and two known people have decided.
ALTER TABLE "right_of_reply"
  ADD COLUMN "verified_by_id" UUID,
  ADD COLUMN "verified_on" DATE,
  ADD COLUMN "before_verification" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "taken_off_on" DATE;

-- Nobody says afterwards that they had verified what was inserted before.
UPDATE "right_of_reply" SET "before_verification" = true WHERE "state" = 'inserted';

ALTER TABLE "right_of_reply"
  ADD CONSTRAINT "right_of_reply_verification" CHECK (("verified_by_id" IS NULL) = ("verified_on" IS NULL)),
  ADD CONSTRAINT "right_of_reply_verified" CHECK ("state" <> 'inserted' OR "before_verification"
    OR ("verified_by_id" IS NOT NULL AND "verified_on" IS NOT NULL)),
  -- A comparison with nobody is neither true nor false, and a check lets it pass.
  ADD CONSTRAINT "right_of_reply_two_people" CHECK ("state" <> 'inserted' OR "before_verification"
    OR ("proposed_by_id" IS NOT NULL AND "decided_by_id" IS NOT NULL)),
  ADD CONSTRAINT "right_of_reply_taken_off" CHECK ("taken_off_on" IS NULL
    OR ("state" = 'inserted' AND "published_reply" IS NULL AND "published_reply_by" IS NULL));

-- What a reply answered may leave the site, and its words with it. The decision stays.
ALTER TABLE "right_of_reply" DROP CONSTRAINT "right_of_reply_four_eyes";
ALTER TABLE "right_of_reply" ADD CONSTRAINT "right_of_reply_four_eyes" CHECK ("state" <> 'inserted'
  OR (("published_reply" IS NOT NULL OR "taken_off_on" IS NOT NULL) AND "published_reply_on" IS NOT NULL
    AND "proposed_by_id" <> "decided_by_id"));
