-- An index over editor.decisions: what editors said, for ever.
create table decision (
    id text primary key,
    decided_at timestamptz not null,      -- of two about one thing the later holds
    verdict text not null,
    story_id text,                        -- the story that was looked at
    documents text[] not null,
    others text[] not null,
    event jsonb not null
);
create index decision_order on decision (decided_at desc, id desc);
create index decision_story on decision (story_id);
create index decision_documents on decision using gin (documents);
create index decision_others on decision using gin (others);

-- Version of what channels were last told. It is the story's own, and more once an editor has changed what is shown.
alter table story add column told_version bigint not null default 0;
update story set told_version = coalesce(shown_version, version) where offered_hash is not null;

-- Partitions that this database was filled from. One that is not here is read from its start, whatever its group had read before.
create table partition_read (
    topic text not null,
    partition int not null,
    primary key (topic, partition)
);
