create table websub (                        -- subscriptions of ours at hubs
    source     text primary key references source on delete cascade,
    id         text not null unique,         -- in the address that the hub calls
    hub        text not null,
    topic      text not null,
    secret     text not null,                -- that the hub signs with; a digest would not do, for we sign too
    state      text not null,                -- asked, live, denied
    asked_at   timestamptz not null,
    live_until timestamptz,
    told_at    timestamptz                   -- when the hub last told of news
);
