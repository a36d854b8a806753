-- Something a witness sent that nobody of the team has looked at yet.
ALTER TABLE "testimonies"."testimony" ADD COLUMN "unread_by_team" BOOLEAN NOT NULL DEFAULT false;
