-- The rare words and numbers that an article says most, four bytes each: whether another is worth a comparison is seen without its facts.
alter table article add column sketch bytea;
