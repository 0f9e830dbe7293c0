-- Who may call this service; every service with an HTTP interface keeps its own. Repeatable, so that it stands beside each
-- service's own numbers: it must not change what is there.
create table if not exists access_token (
    id              text primary key,
    name            text not null,
    hash            text not null unique,    -- SHA-256 of the token, which itself is kept nowhere
    scopes          text[] not null,
    requests_per_second int,                 -- null: as the settings say
    created_at      timestamptz not null,
    created_by      text not null,
    expires_at      timestamptz,
    revoked_at      timestamptz,
    last_used_at    timestamptz
);
