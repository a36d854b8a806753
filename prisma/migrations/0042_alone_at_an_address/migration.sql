-- Whoever is left alone at an address is its first: signing again, they are known by it.
update signature s set household_rank = 0
where s.household_rank = 1 and not exists (
  select from signature f where f.campaign_id = s.campaign_id and f.email_index = s.email_index and f.household_rank = 0
);
