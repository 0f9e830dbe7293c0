-- Who is called by one name only is read too, and guests are weighed anew. Emptied, all of this is restored from Kafka when enrich starts.
truncate article, article_key, link, told, story;

-- Whether only rare terms gave reason to compare the two.
alter table link add column by_terms boolean not null;
