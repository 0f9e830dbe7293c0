-- What a document says and who delivered it, to tell what is new in a revision.
alter table document
    add column facts jsonb,
    add column provenance jsonb not null default '[]';

-- Where documents come from.
create table source (
    name          text primary key,
    kind          text not null,             -- feed, folder, push
    location      text,                      -- the feed's address or the folder, as given
    rights        text not null,
    licence       text,
    language      text,
    author        text,
    labels        text[] not null,
    full_text     text not null,             -- auto, always, never
    active        boolean not null,
    note          text,                      -- why it was switched off
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    moved_to      text,                      -- where permanent redirects led
    etag          text,
    last_modified text,
    pause_seconds bigint,                    -- between visits, as learned
    failures      int not null default 0,    -- in a row
    visited_at    timestamptz,
    succeeded_at  timestamptz,
    next_at       timestamptz,
    outcome       text,                      -- of the last visit
    title         text,
    format        text
);

create table source_warning (
    source   text not null references source on delete cascade,
    code     text not null,
    detail   text not null,
    count    bigint not null,                -- in the last visit that had it
    first_at timestamptz not null,
    last_at  timestamptz not null,
    primary key (source, code)
);

create table source_item (                   -- what a source has shown us
    source      text not null references source on delete cascade,
    key         text not null,
    fingerprint text not null,
    document_id text,                        -- null if it was refused
    seen_at     timestamptz not null,
    primary key (source, key)
);
create index source_item_document on source_item (document_id);

create table host (                          -- one visitor at a time, and not too often
    name          text primary key,
    held_until    timestamptz not null,
    free_at       timestamptz not null,
    robots        text,
    robots_status int,
    robots_until  timestamptz
);

create table scheduled_tasks (               -- db-scheduler's
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
