-- Whether anyone answered (docs/decisions/0071): counts by week, never a row for a person.
CREATE TABLE "barometer_count" (
  "campaign_id" INTEGER NOT NULL REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "week" DATE NOT NULL CHECK (extract(isodow from "week") = 1),
  "letter" VARCHAR(3) NOT NULL,
  "outcome" VARCHAR(8) NOT NULL,
  "days" VARCHAR(8) NOT NULL,
  "department" VARCHAR(6) NOT NULL,
  "invented" BOOLEAN NOT NULL DEFAULT false,
  "n" INTEGER NOT NULL CHECK ("n" > 0),
  CONSTRAINT "barometer_count_pkey" PRIMARY KEY ("campaign_id", "week", "letter", "outcome", "days", "department", "invented")
);

CREATE TABLE "barometer_form" (
  "id" UUID NOT NULL,
  "week" DATE NOT NULL CHECK (extract(isodow from "week") = 1),
  CONSTRAINT "barometer_form_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "barometer_form_week_idx" ON "barometer_form"("week");

CREATE TABLE "barometer_aside" (
  "campaign_id" INTEGER NOT NULL REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "week" DATE NOT NULL CHECK (extract(isodow from "week") = 1),
  "reason" VARCHAR(8) NOT NULL,
  CONSTRAINT "barometer_aside_pkey" PRIMARY KEY ("campaign_id", "week")
);

CREATE TABLE "barometer_publication" (
  "campaign_id" INTEGER NOT NULL REFERENCES "campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  "number" INTEGER NOT NULL,
  "week" DATE NOT NULL,
  "shown" JSONB NOT NULL,
  "counted" JSONB NOT NULL,
  CONSTRAINT "barometer_publication_pkey" PRIMARY KEY ("campaign_id")
);
