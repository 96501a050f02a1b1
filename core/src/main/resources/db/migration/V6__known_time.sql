-- The office's time when it was last stored, and what the database's clock showed then: a clock that has leapt is not trusted at
-- once, see decision 24.
create table known_time (
  id           int  not null primary key,
  known_at     timestamp,
  database_at  timestamp
);
insert into known_time (id) values (1);

-- the latest arrival, so that no later visitor is placed before others after a clock was put back; and when a wait last expired, so
-- that it is noticed if that was too early
alter table office_line add column last_arrival timestamp;
alter table office_line add column settled_at timestamp;
