-- An index over documents.raw and stories.changed: all of it can be rebuilt from Kafka.

create table article (
    document_id text primary key,
    revision    text        not null,
    received_at timestamptz not null,
    withdrawn   boolean     not null default false,
    fingerprint text        not null, -- of what was last emitted, so that a repeat emits nothing
    facts       jsonb,
    story_id    text
);
create index article_story on article (story_id);

-- What articles must share to be compared at all.
create table article_key (
    key         text not null,
    document_id text not null references article on delete cascade,
    primary key (key, document_id)
);
create index article_key_document on article_key (document_id);

create table story (
    id          text primary key,
    version     bigint      not null,
    founded_at  timestamptz not null,
    content     jsonb,
    removed     boolean     not null default false, -- kept, for an id is never used again
    merged_into text
);

-- What is to be sent, in the order of its making; rows of one key are written under that key's lock.
create table outbox (
    id      bigint generated always as identity primary key,
    topic   text  not null,
    key     text  not null,
    headers jsonb not null,
    payload bytea not null
);
