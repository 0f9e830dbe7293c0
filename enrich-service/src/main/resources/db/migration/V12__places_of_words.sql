-- Where words stand in an article is read too, and pairs are scored by it. Emptied, all of this is restored from Kafka when enrich starts.
truncate article, article_key, link, told, story;
