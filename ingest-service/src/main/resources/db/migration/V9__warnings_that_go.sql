alter table source_warning
    add column once boolean not null default true, -- told as it happened: no later visit sees whether it is still so
    add column visits bigint not null default 1;   -- that had it, since first_at
