create table source_file (                   -- what we have seen in a watched folder
    source        text not null references source on delete cascade,
    path          text not null,             -- within the folder, with / between its parts
    size          bigint not null,
    modified      bigint not null,           -- nanoseconds since 1970, as the file system says
    revision      text not null,             -- SHA-256 of its bytes
    policy        text not null,             -- what the source allowed when it was read
    document_id   text,                      -- null if it never was a document
    problem       text,                      -- why it is refused as it is now
    missing_since timestamptz,
    primary key (source, path)
);
create index source_file_document on source_file (document_id);
