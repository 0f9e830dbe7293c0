-- Shows and who asks are read otherwise, and pairs are scored by the episode too. Emptied, all of this is restored from Kafka when enrich starts.
truncate article, article_key, link, told, story;
