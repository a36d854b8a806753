-- Two subjects are tried with a part of the audience, and the rest gets the one that led to more.
CREATE TABLE "mailing_trial" (
    "mailing_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "share" SMALLINT NOT NULL,
    "goal" VARCHAR(5) NOT NULL,
    "hours" SMALLINT,
    "seed" BIGINT NOT NULL,
    "subject_fr" TEXT NOT NULL,
    "subject_en" TEXT NOT NULL,
    "winner" VARCHAR(1),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,

    CONSTRAINT "mailing_trial_pkey" PRIMARY KEY ("mailing_id")
);
ALTER TABLE "mailing_trial" ADD CONSTRAINT "mailing_trial_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "mailing"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "mailing_trial_number_key" ON "mailing_trial"("number");

-- What was done on the site by whoever came with the mark of a subject. Numbers, and nobody's.
CREATE TABLE "mailing_trial_tally" (
    "mailing_id" UUID NOT NULL,
    "variant" VARCHAR(1) NOT NULL,
    "action" VARCHAR(5) NOT NULL,
    "n" INTEGER NOT NULL,

    CONSTRAINT "mailing_trial_tally_pkey" PRIMARY KEY ("mailing_id", "variant", "action")
);
ALTER TABLE "mailing_trial_tally" ADD CONSTRAINT "mailing_trial_tally_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "mailing_trial"("mailing_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which subject a letter tries. Letters that wait for the outcome have none, and are due at infinity.
ALTER TABLE "delivery" ADD COLUMN "variant" VARCHAR(1);
