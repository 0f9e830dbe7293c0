-- An index over articles.enriched and stories.changed: it can be dropped and filled again from Kafka.
create table article (
    document_id text primary key,
    revision text,                        -- null once withdrawn
    changed_at timestamptz not null,      -- receivedAt, or withdrawnAt once withdrawn
    enriched_at timestamptz,
    first_seen_at timestamptz not null,
    published_at timestamptz,
    visible boolean not null,             -- neither draft nor withdrawn: may go outside
    facets text[] not null default '{}',  -- topic:…, entity:…, lang:…, source:…
    event jsonb                           -- the text; null once withdrawn
);
create index article_feed on article (changed_at desc, document_id) where visible;
create index article_facets on article using gin (facets) where visible;

create table story (
    id text primary key,
    version bigint not null,              -- highest seen
    removed boolean not null default false,
    merged_into text,
    pending jsonb,                        -- newest version, while an article that it names has not arrived
    shown jsonb,                          -- newest version whose articles had all arrived
    shown_version bigint,
    shown_at timestamptz,                 -- that version's changedAt
    outside jsonb,                        -- what feeds and channels see; null while nothing may go outside
    outside_hash text,                    -- of all in it that a reader sees
    offered_hash text,                    -- the same of what channels were last told
    updated_at timestamptz,               -- when it last changed
    founded_at timestamptz,
    facets text[] not null default '{}'
);
create index story_desk on story (shown_at desc, id desc) where shown is not null;
create index story_feed on story (updated_at desc, id) where outside is not null;
create index story_facets on story using gin (facets) where outside is not null;

create table story_member (
    story_id text not null references story on delete cascade,
    document_id text not null,
    pending boolean not null,             -- named by the pending version, else by the one shown
    revision text not null,
    primary key (story_id, document_id, pending)
);
create index story_member_document on story_member (document_id);
