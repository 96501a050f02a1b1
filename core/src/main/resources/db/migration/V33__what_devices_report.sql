-- what a device last reported of itself; nothing about a visitor
alter table device add column reported_at timestamp;
alter table device add column up_since timestamp;
alter table device add column page_current boolean;
alter table device add column screen varchar(11);
alter table device add column sound varchar(10);
alter table device add column drift_millis bigint;
alter table device add column losses int;
alter table device add column ticket_at timestamp;
