-- Candidates, links between articles, and what evidence quotes.

alter table article add column content text; -- null once withdrawn
alter table article alter column facts type text using facts::text; -- jsonb would lose the order of words

-- A mixed order, the same wherever it is computed: the first holders of a key are a fair sample of them.
alter table article_key add column place integer not null default 0;
alter table article_key alter column place drop default;
create index article_key_place on article_key (key, place, document_id);

-- Pairs that score high enough to be grouped together; first < second.
create table link (
    first  text not null,
    second text not null,
    primary key (first, second)
);
create index link_second on link (second, first);
