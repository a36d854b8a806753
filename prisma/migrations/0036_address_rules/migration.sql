-- Rules of the team for the addresses of one provider, in place of those we bring.
CREATE TABLE "address_rule" (
    "domain" VARCHAR(253) NOT NULL,
    "ignores_dots" BOOLEAN NOT NULL,
    "tags" VARCHAR(8) NOT NULL,
    "alias_of" VARCHAR(253),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "address_rule_pkey" PRIMARY KEY ("domain")
);
