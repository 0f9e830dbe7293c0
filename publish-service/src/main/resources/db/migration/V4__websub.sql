-- Who is told when a feed changes (WebSub). Times of the next push and of checks lie in scheduled_tasks.
create table hub_subscription (
    id text primary key,                  -- a digest of topic and callback
    topic text not null,                  -- the feed's address
    callback text not null,
    callback_host text not null,
    feed text not null,                   -- stories, articles
    secret text,                          -- what pushes are signed with
    active boolean not null default false,-- the subscriber has confirmed
    lease_until timestamptz,
    asked text,                           -- subscribe, unsubscribe: what the subscriber is still to confirm
    asked_secret text,
    asked_lease interval,
    asked_at timestamptz not null,
    due_at timestamptz,                   -- since when it waits for a push; null: it has all
    delivered_tag text,                   -- of what was pushed last
    failures int not null default 0,      -- in a row
    last_outcome text
);
create index hub_subscription_feed on hub_subscription (feed) where active;
create index hub_subscription_host on hub_subscription (callback_host);
