-- What receivers answered, hour by hour, and what came back (docs/decisions/0047). Forgotten after a month.
CREATE TABLE "receiver_tally" (
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "receiver" VARCHAR(24) NOT NULL,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "deferred" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "complained" INTEGER NOT NULL DEFAULT 0,
    "marks" BIGINT NOT NULL DEFAULT 0,
    "last_accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "receiver_tally_pkey" PRIMARY KEY ("hour","receiver")
);

-- What a person should look at now.
CREATE TABLE "sending_alert" (
    "kind" VARCHAR(12) NOT NULL,
    "receiver" VARCHAR(24) NOT NULL,
    "share" DOUBLE PRECISION,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sending_alert_pkey" PRIMARY KEY ("kind","receiver")
);

-- What the last check of the sender found.
CREATE TABLE "sender_check" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "settings" VARCHAR(64) NOT NULL,
    "checks" JSONB NOT NULL,

    CONSTRAINT "sender_check_pkey" PRIMARY KEY ("id")
);
