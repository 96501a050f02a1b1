-- Tickets and appointments refer to topics, so a topic that is given up stays.
alter table topic add column retired boolean default false not null;
-- Which state of a topic an editor has seen: the second of two editors is told.
alter table topic add column version int default 0 not null;
