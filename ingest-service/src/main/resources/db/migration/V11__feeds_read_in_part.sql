alter table source add column read_to bigint; -- bytes, where the answer that etag and last_modified are of was longer
