-- How much of today's place for files is taken. Unlogged: it is in no write-ahead log, in no copy made from one, and gone after a
-- crash. One row, of the current day, in whole megabytes: it joins no testimony to a day.
CREATE UNLOGGED TABLE "testimonies"."files_today" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "day" DATE NOT NULL,
    "megabytes" INTEGER NOT NULL DEFAULT 0,
    "refused" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "files_today_pkey" PRIMARY KEY ("one"),
    CONSTRAINT "files_today_one" CHECK ("one")
);
