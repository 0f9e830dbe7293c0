-- By which old ones are found.
create index delivery_finished on delivery (finished_at) where finished_at is not null;
