-- How far a mailing that has begun has written down who receives it: the last wish that was looked at. Null: everyone is there.
ALTER TABLE "mailing" ADD COLUMN "frozen_up_to" UUID;
