-- Each attempt of a delivery, with what came of it.
create table attempt (
    delivery_id text not null references delivery on delete cascade,
    at timestamptz not null,
    millis bigint not null,
    outcome text not null
);
create index attempt_log on attempt (delivery_id, at);
