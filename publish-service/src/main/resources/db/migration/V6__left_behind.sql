-- What is still out though it was to be taken back.
create index delivery_left_behind on delivery (channel_id, story_id)
    where event_type in ('REMOVED', 'MERGED') and state in ('conflict', 'failed');
