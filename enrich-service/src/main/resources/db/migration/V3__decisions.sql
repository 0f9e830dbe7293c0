-- What editors said of pairs of articles; first < second. Applies whenever both are there.
create table told (
    first      text        not null,
    second     text        not null,
    same       boolean     not null,
    decided_at timestamptz not null,
    primary key (first, second)
);
create index told_second on told (second);

alter table story add column split_from text;
