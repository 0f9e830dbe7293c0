-- An index over documents.raw: the latest revision of each document, to tell new from known without its text.
create table document (
    id          text primary key,
    revision    text not null,
    source      text not null,
    received_at timestamptz not null,
    withdrawn   boolean not null
);
