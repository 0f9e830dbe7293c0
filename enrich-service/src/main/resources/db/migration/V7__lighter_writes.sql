-- What an article costs to write.

-- Articles are withdrawn, never deleted: that each key's article is there was asked for every key.
alter table article_key drop constraint article_key_document_id_fkey;

-- Written and read as a whole, never searched.
alter table story alter column content type text using content::text;

-- Gone within a second.
alter table outbox alter column headers type text using headers::text;
alter table outbox alter column payload set storage external;

do $$
begin
    alter table article alter column content set compression lz4;
    alter table article alter column facts set compression lz4;
    alter table story alter column content set compression lz4;
exception
    when feature_not_supported then null; -- a server built without it packs them as before, only slower
end $$;
