-- written every few seconds by the server that checks whether the database still accepts writes
create table pulse (
  id       integer    not null primary key,
  beat_at  timestamp  not null
);
insert into pulse (id, beat_at) values (1, current_timestamp);
