-- The mark is another whenever a place that was given was given anew: who has read the feed reads it again.
create table feed_rewritten (
    feed text primary key,
    mark uuid not null
);
