-- written every few seconds by the server that watches whether the database still takes what it is given
create table pulse (
  id       integer    not null primary key,
  beat_at  timestamp  not null
);
insert into pulse (id, beat_at) values (1, current_timestamp);
