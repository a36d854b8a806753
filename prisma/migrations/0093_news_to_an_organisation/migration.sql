-- Whoever signs for an organisation may ask for its news, with a box of its own. They begin when the signature is confirmed.
ALTER TABLE "organisation" ADD COLUMN "wants_news" BOOLEAN NOT NULL DEFAULT false;

-- One mailbox has one wish for a campaign, which may be a person's, an organisation's, or both.
ALTER TABLE "subscription" ADD COLUMN "for_person" BOOLEAN NOT NULL DEFAULT true;
UPDATE "subscription" SET "for_person" = false WHERE "for_organisation";

-- The version of the campaign's text, with its consent, that was shown to whoever asked for an organisation. A person's stands with their signature.
ALTER TABLE "subscription" ADD COLUMN "text_version" INTEGER;
