-- The places from which this database may be sent from. A copy of it knows the same places, and is in none of them.
CREATE TABLE "mail_place" (
    "id" VARCHAR(64) NOT NULL,
    "server" VARCHAR(64) NOT NULL,
    "folder" VARCHAR(400) NOT NULL,
    "generation" BIGINT NOT NULL DEFAULT 0,
    "waiting_since" TIMESTAMPTZ(3),
    "waiting_folder" VARCHAR(400),
    "reason" VARCHAR(16),

    CONSTRAINT "mail_place_pkey" PRIMARY KEY ("id")
);
