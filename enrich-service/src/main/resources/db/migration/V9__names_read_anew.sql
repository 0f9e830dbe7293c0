-- More names are read of an article, and it is found by more. Emptied, all of this is restored from Kafka when enrich starts.
truncate article, article_key, link, told, story;
