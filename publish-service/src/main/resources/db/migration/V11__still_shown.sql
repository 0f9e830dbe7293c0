-- Which articles were in what a channel was last given: one of them that is held or withdrawn later is left behind where a person had
-- changed the post of a story that goes on. Null for what an earlier release delivered.
alter table lane add column shows text[];
alter table delivery add column seen_at timestamptz; -- when a person had seen to what it left behind

drop index delivery_left_behind;
create index delivery_left_behind on delivery (channel_id, story_id) where state in ('conflict', 'failed') and seen_at is null;
