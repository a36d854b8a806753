-- The name of a domain that somebody of the team typed or was shown, sealed. It goes with what is said of it.
ALTER TABLE "standing" ADD COLUMN "sealed_name" BYTEA;
