-- The time the office went by when it was last noted, and what the database's clock showed then: a clock that has leapt is not
-- believed at once, see decision 24.
create table known_time (
  id           int  not null primary key,
  known_at     timestamp,
  database_at  timestamp
);
insert into known_time (id) values (1);

-- nobody who comes later stands before others because a clock was put back; and when time alone last ended somebody's wait, so that
-- it is noticed if that was too early
alter table office_line add column last_arrival timestamp;
alter table office_line add column settled_at timestamp;
