-- Test calls to webhooks: nothing waits for them, and none is repeated; they stand in the log beside deliveries.
create table test_call (
    id text primary key,                  -- sent as webhook-id
    channel_id text not null references channel on delete cascade,
    state text not null,                  -- delivered, failed
    outcome text not null,
    created_at timestamptz not null,
    finished_at timestamptz not null
);
create index test_call_log on test_call (channel_id, created_at desc, id desc);

-- So that the log can be turned over page by page.
drop index delivery_log;
create index delivery_newest on delivery (channel_id, created_at desc, id desc);

create view delivery_log as
    select id, channel_id, story_id, version, 'story.' || lower(event_type) as type, state, attempts, next_attempt, last_outcome,
           created_at, finished_at
    from delivery
    union all
    select id, channel_id, null, null, 'webhook.test', state, 1, null, outcome, created_at, finished_at
    from test_call;
