-- Letters that a receiver refused for what it thinks of the sender (5.7.x), whoever they were for: few, and found without reading the others.
CREATE INDEX "delivery_refused_idx" ON "delivery"("ended_at") WHERE "state" = 'failed' AND "reply" ~ '^5[0-9][0-9] 5[.]7[.]';
