-- people are invited and choose their own passwords, so an account may have none yet
alter table counsellor alter column password_hash drop not null;

-- a person who has left keeps the row, to which the history refers, and cannot sign in
alter table counsellor add column has_left boolean default false not null;

-- the day of the last sign-in, without a time: working times are not kept
alter table counsellor add column last_signed_in date;

-- the one valid invitation of a person; its secret is known to the bearer alone
create table invitation (
  counsellor_id  bigint       not null primary key references counsellor (id),
  code_hash      varchar(64)  not null,
  expires_at     timestamp    not null,
  constraint invitation_code unique (code_hash)
);

-- one row: changes of people's accounts run one after another, so that an administrator always remains
create table people_turn (
  id     int     not null primary key,
  turns  bigint  not null
);
insert into people_turn (id, turns) values (1, 0);
