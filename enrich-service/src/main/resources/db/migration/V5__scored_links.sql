-- Links are kept with their log-odds: which articles are grouped together, and which were only nearly, is seen without weighing them
-- again. Those of an earlier release count as high ones until their articles are weighed again.
alter table link add column odds double precision not null default 0;
