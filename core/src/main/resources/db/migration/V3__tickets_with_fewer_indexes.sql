-- What every ticket paid for and nobody used: three references with an index each in Derby, two of
-- them to counters, of which most tickets have none when they are issued, and an index of events by
-- day. A reference can be taken from a column only by its name, and these have none of ours; so the
-- columns are made anew.

alter table ticket add column numbered_by varchar(40) default '' not null;
alter table ticket add column only_counter bigint;
alter table ticket add column at_counter bigint;

update ticket set numbered_by = issued_by, only_counter = for_counter, at_counter = counter_id;

alter table ticket drop constraint ticket_number;
alter table ticket drop column issued_by;
alter table ticket drop column for_counter;
alter table ticket drop column counter_id;
alter table ticket add constraint ticket_number
  unique (numbered_by, business_day, series, series_number);

drop index ticket_event_day;
