create table channel (
    id text primary key,
    kind text not null,                   -- webhook, markdown
    name text not null,                   -- webhook: its URL; CMS: the name it was given
    config jsonb not null,
    active boolean not null default true,
    note text,                            -- why it is not active
    created_at timestamptz not null,
    unique (kind, name)
);

create table delivery (
    id text primary key,                  -- sent as webhook-id, the same at every attempt
    channel_id text not null references channel on delete cascade,
    story_id text not null,
    version bigint not null,
    event_type text not null,
    merged_into text,
    state text not null,                  -- pending, delivered, unchanged, superseded, conflict, failed
    attempts int not null default 0,
    next_attempt timestamptz,
    last_outcome text,
    received_at timestamptz,              -- when ingest accepted what caused it; null for a backfill
    created_at timestamptz not null,
    finished_at timestamptz,
    replay boolean not null default false, -- asked for by a person: sent though nothing changed
    unique (channel_id, story_id, version)
);
create index delivery_pending on delivery (channel_id, story_id) where state = 'pending';
create index delivery_log on delivery (channel_id, created_at desc, id);
create index delivery_story on delivery (story_id, created_at desc);

-- What a channel has of a story. One delivery at a time holds the lane, so that versions arrive in order.
create table lane (
    channel_id text not null references channel on delete cascade,
    story_id text not null,
    holder text,
    held_until timestamptz,
    delivered_hash text,                  -- of what the channel was last given; null if nothing or removed
    delivered_version bigint,
    artifact text,                        -- what the channel made of it: a file name, a post id
    artifact_hash text,                   -- of the artifact as we wrote it, to tell another's edit
    primary key (channel_id, story_id)
);

create table scheduled_tasks (            -- db-scheduler's
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
