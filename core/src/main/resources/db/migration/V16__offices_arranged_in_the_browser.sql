-- Which state of an office an editor has seen: the second of two editors is told.
alter table office add column version int default 0 not null;
-- The first day on which an office is closed for good.
alter table office add column closed_from date;
-- Tickets and shifts refer to counters, so a counter that is given up stays.
alter table counter add column retired boolean default false not null;
alter table opening_rule add column valid_from date;
alter table opening_rule add column valid_until date;
-- Counters are shown in an order of their own; those with the same position by their labels.
alter table counter add column position int default 0 not null;
-- The languages that its kiosk offers, in that order, separated by commas; null for all.
alter table office add column languages varchar(200);
