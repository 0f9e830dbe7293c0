-- Facts in a form that is read faster. Emptied, all of this is restored from Kafka when enrich starts.
truncate article, article_key, link, told, story;

alter table article drop column facts;
alter table article add column facts bytea; -- null once withdrawn
