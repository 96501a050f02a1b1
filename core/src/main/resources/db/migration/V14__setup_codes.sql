-- one-time codes for the first administrator, one of each server that was started without one
create table setup_code (
  code_hash  varchar(64)  not null primary key
);
