-- the secret of a person's authenticator app, encrypted, and the hashes of unused recovery codes; it counts once
-- confirmed. last_step is the step of the last used code: no code is accepted twice
create table second_factor (
  counsellor_id    bigint         not null primary key references counsellor (id),
  sealed_secret    varchar(200)   not null,
  confirmed        boolean        not null,
  proposed_at      timestamp      not null,
  last_step        bigint         not null,
  failures         int            not null,
  recovery_hashes  varchar(1000)  not null
);

-- one row: administrators need a second factor, unless there is a reason for none
create table second_factor_rule (
  id      int           not null primary key,
  waiver  varchar(200)
);
insert into second_factor_rule (id, waiver) values (1, null);

-- the password of a demonstration is public anyway
update second_factor_rule set waiver = 'Demo'
  where exists (select 1 from installation where name = 'demo');
