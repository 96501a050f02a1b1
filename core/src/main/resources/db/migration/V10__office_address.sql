-- Where visitors find an office; empty if it has not been told.
alter table office add column address varchar(200) default '' not null;
