-- What is said of places as it stands, with the bounds that were told for certain: for the next release only.
CREATE TABLE "place_standing" (
    "campaign_id" INTEGER NOT NULL,
    "standing" JSONB NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "place_standing_pkey" PRIMARY KEY ("campaign_id")
);

-- The numbers of a day in Paris as anyone may keep them, and what describes them (a Frictionless data package).
CREATE TABLE "numbers_release" (
    "campaign_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "manifest" TEXT NOT NULL,

    CONSTRAINT "numbers_release_pkey" PRIMARY KEY ("campaign_id", "day")
);

CREATE TABLE "numbers_file" (
    "campaign_id" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "name" VARCHAR(40) NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "numbers_file_pkey" PRIMARY KEY ("campaign_id", "day", "name"),
    CONSTRAINT "numbers_file_of_a_release" FOREIGN KEY ("campaign_id", "day") REFERENCES "numbers_release"("campaign_id", "day") ON DELETE CASCADE
);

-- What somebody has downloaded and checked is what anyone downloads later. Old days go whole.
CREATE FUNCTION "refuse_new_numbers"() RETURNS trigger LANGUAGE plpgsql AS E'
begin
  raise exception ''a release of numbers is final''\073
end';
CREATE TRIGGER "numbers_release_is_final" BEFORE UPDATE ON "numbers_release" FOR EACH ROW EXECUTE FUNCTION "refuse_new_numbers"();
CREATE TRIGGER "numbers_file_is_final" BEFORE UPDATE ON "numbers_file" FOR EACH ROW EXECUTE FUNCTION "refuse_new_numbers"();
