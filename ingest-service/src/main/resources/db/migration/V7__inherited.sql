-- What a document's source said of all it sends, to tell when that has changed.
alter table document add column inherited jsonb;
