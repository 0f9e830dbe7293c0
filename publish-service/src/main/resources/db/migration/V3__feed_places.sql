-- Place and date of every item of a feed: an index over feeds.issued, by which feeds are ordered, paged and archived.
create table feed_issue (
    feed text not null,                   -- stories, articles
    seq bigint not null,                  -- place: from 1, without gaps
    item text not null,                   -- story or document id
    digest text,                          -- of what was shown; null: the item left
    issued_at timestamptz not null,       -- never goes back from one place to the next
    primary key (feed, seq)
);
create index feed_issue_time on feed_issue (issued_at);
create index feed_issue_item on feed_issue (feed, item, seq);

create table feed_item (                  -- what feed_issue says of each item
    feed text not null,
    item text not null,
    seq bigint not null,                  -- its latest place
    published_at timestamptz not null,    -- of its first place
    updated_at timestamptz not null,      -- of its latest
    digest text,
    primary key (feed, item)
);
create unique index feed_item_order on feed_item (feed, seq desc);

create table feed_log_position (          -- how far feeds.issued was read
    partition int primary key,
    next_offset bigint not null
);

alter table story add column issued_hash text, add column caused_at timestamptz;
create index story_unissued on story (updated_at, id) where outside_hash is distinct from issued_hash;

alter table article add column outside_hash text, add column issued_hash text;
update article set outside_hash = md5(event::text) where visible;
create index article_unissued on article (changed_at, document_id) where outside_hash is distinct from issued_hash;
drop index article_feed;
