-- The address where visitors find an office; empty if not known.
alter table office add column address varchar(200) default '' not null;
