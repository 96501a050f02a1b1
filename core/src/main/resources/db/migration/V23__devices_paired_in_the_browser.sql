-- Which state of a device an editor has seen: the second of two editors is told.
alter table device add column version int default 0 not null;
-- when the device has last asked for something, to the minute
alter table device add column seen_at timestamp;
-- the present token is renewed some time after this; empty: since paired_at
alter table device add column token_since timestamp;
-- with it the device's next token follows from the present one; empty: none is due
alter table device add column renewal varchar(64);
-- the next token, as long as the device has not used it
alter table device add column next_hash varchar(64);
create index device_next_hash on device (next_hash);

-- A device asks to be paired. All three hashes follow from one secret, which the device alone knows.
create table device_pairing (
  id           bigint       not null primary key,
  secret_hash  varchar(64)  not null,
  code_hash    varchar(64)  not null,
  token_hash   varchar(64)  not null,
  wanted       varchar(20)  not null,
  source       varchar(64)  not null,
  expires_at   timestamp    not null,
  device_id    bigint references device (id),
  constraint device_pairing_secret unique (secret_hash),
  constraint device_pairing_code unique (code_hash)
);
