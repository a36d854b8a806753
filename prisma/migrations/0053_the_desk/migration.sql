-- The desk of moderators: set aside until a day, filters that somebody keeps, and the queue in its order without a sort.
ALTER TABLE "testimonies"."testimony" ADD COLUMN "held_until" DATE;

CREATE TABLE "testimonies"."saved_filter" (
    "staff_id" UUID NOT NULL,
    "place" SMALLINT NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "query" VARCHAR(400) NOT NULL,

    CONSTRAINT "saved_filter_pkey" PRIMARY KEY ("staff_id", "place"),
    -- At most twenty for each person, whoever asks at once.
    CONSTRAINT "saved_filter_place_check" CHECK ("place" BETWEEN 1 AND 20)
);
CREATE UNIQUE INDEX "saved_filter_staff_id_name_key" ON "testimonies"."saved_filter"("staff_id", "name");

CREATE INDEX "testimony_queue" ON "testimonies"."testimony" ((NOT "urgent"), "received_week", "id")
  WHERE "state" IN ('submitted', 'asked', 'held', 'proposed', 'unpublished');

CREATE INDEX "decision_staff_id_at_idx" ON "testimonies"."decision"("staff_id", "at");
