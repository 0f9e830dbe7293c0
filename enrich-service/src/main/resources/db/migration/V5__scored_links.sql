-- Other keys, and links with their log-odds. All of this is an index over Kafka: emptied, it is restored from there when enrich starts.
truncate article, article_key, link, told, story;

-- Which articles were put together, and which only nearly, is seen without weighing them again.
alter table link add column odds double precision not null;

drop index article_key_place;
alter table article_key drop constraint article_key_pkey;
alter table article_key add primary key (key, place, document_id);
