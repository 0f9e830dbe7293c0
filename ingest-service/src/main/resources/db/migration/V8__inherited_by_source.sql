-- What each source said of all it sends; so far only that of the source whose text it is was kept.
update document set inherited = jsonb_build_object(source, inherited) where inherited is not null;
