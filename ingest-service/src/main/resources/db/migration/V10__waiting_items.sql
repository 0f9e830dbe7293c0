create table source_waiting (                -- items whose pages are yet to be asked for, which their feed may drop meanwhile
    source    text not null references source on delete cascade,
    key       text not null,
    format    text not null,                 -- of the feed
    published timestamptz,
    item      text not null,                 -- as the feed had it, in JSON
    primary key (source, key)
);
