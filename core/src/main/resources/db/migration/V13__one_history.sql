-- one log of all changes; it takes in the history of availability
create table history_entry (
  id             bigint         not null primary key,
  changed_at     timestamp      not null,
  office_id      varchar(40)    not null,
  author_kind    varchar(10)    not null,
  person_id      bigint         not null,
  roles          varchar(100)   not null,
  kind           varchar(30)    not null,
  subject_key    varchar(100)   not null,
  action         varchar(30)    not null,
  before_change  varchar(8000)  not null,
  after_change   varchar(8000)  not null
);
create index history_entry_at on history_entry (changed_at);
create index history_entry_office on history_entry (office_id, changed_at);
insert into history_entry (id, changed_at, office_id, author_kind, person_id, roles, kind, subject_key, action, before_change, after_change)
  select id, changed_at, office_id, 'STAFF', counsellor_id, '', 'availability', '', action, before_change, after_change from availability_change;
drop table availability_change;
