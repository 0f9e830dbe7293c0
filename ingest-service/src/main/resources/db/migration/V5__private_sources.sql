alter table source add column private boolean not null default false; -- its address is for those with a token only
