-- Which articles were in what a channel was last given: one of them that is held or withdrawn later is left behind where a person had
-- changed the post of a story that goes on. Null where an earlier release delivered something else than what is outside now.
alter table lane add column shows text[];
update lane set shows = array(
    select article ->> 'documentId'
    from jsonb_array_elements(jsonb_build_array(story.outside -> 'lead') || (story.outside -> 'others')) as article)
from story where story.id = lane.story_id and story.outside is not null and lane.delivered_hash = story.outside_hash;

alter table delivery add column seen_at timestamptz; -- when a person had seen to what it left behind

drop index delivery_left_behind;
create index delivery_left_behind on delivery (channel_id, story_id) where state in ('conflict', 'failed') and seen_at is null;
