create table answer (                        -- to requests with an Idempotency-Key
    key         text primary key,            -- digest of the caller and the key
    fingerprint text not null,               -- digest of the request
    claimed_at  timestamptz not null,
    answer      text                         -- null while it is being worked out
);
create index answer_claimed on answer (claimed_at);
