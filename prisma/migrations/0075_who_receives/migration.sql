-- Who receives a mailing, as a description (app/features/mailings/rules/audience.ts). Empty: everyone who asked for news.
ALTER TABLE "mailing" ADD COLUMN "audience" JSONB NOT NULL DEFAULT '{}';

-- News that somebody asked for in the name of an organisation.
ALTER TABLE "subscription" ADD COLUMN "for_organisation" BOOLEAN NOT NULL DEFAULT false;
