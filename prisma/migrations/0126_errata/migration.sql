-- Which letter says that an earlier one was wrong about a claim, and why it was written.
CREATE TABLE "mailing_erratum" (
    "mailing_id" UUID NOT NULL,
    "corrects_id" UUID NOT NULL,
    "claim_slug" VARCHAR(60) NOT NULL,
    "claim_version" INTEGER NOT NULL,

    CONSTRAINT "mailing_erratum_pkey" PRIMARY KEY ("mailing_id"),
    CONSTRAINT "mailing_erratum_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "mailing"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "mailing_erratum_corrects_id_fkey" FOREIGN KEY ("corrects_id") REFERENCES "mailing"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "mailing_erratum_corrects_id_idx" ON "mailing_erratum"("corrects_id");
