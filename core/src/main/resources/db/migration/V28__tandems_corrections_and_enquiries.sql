-- how many people came with a ticket, and the organisations whose counsellors have served it: never the counsellors
alter table ticket add column persons int default 1 not null;
alter table ticket add column organisations varchar(400);
alter table ticket add column prior_organisations varchar(400);

-- each event says what the ticket is after it, so that every figure can be computed from the events;
-- events of older versions have no number of persons and say nothing about the rest
alter table ticket_event add column step int;
alter table ticket_event add column persons int;
alter table ticket_event add column organisations varchar(400);
alter table ticket_event add column first_visit boolean;
alter table ticket_event add column counts_for_amif boolean;
alter table ticket_event add column referral varchar(80);
alter table ticket_event add column outcome_topics varchar(400);

-- who has done what with a ticket: for the day only, and in no backup
create table ticket_act (
  event_id       bigint       not null primary key,
  ticket_id      bigint       not null references ticket (id) on delete cascade,
  office_id      varchar(40)  not null,
  counter_id     bigint,
  step           int,
  counsellor_id  bigint       not null,
  acted_at       timestamp    not null
);
create index ticket_act_ticket on ticket_act (ticket_id, step);
create index ticket_act_counter on ticket_act (counter_id, acted_at);
create index ticket_act_day on ticket_act (office_id, acted_at);

-- a note for the colleague who goes on with a visitor: for the day only, and in no backup
create table colleague_note (
  ticket_id  bigint        not null primary key references ticket (id) on delete cascade,
  note       varchar(200)  not null
);

-- an information at the door, without a ticket
create table enquiry (
  id            bigint       not null primary key,
  office_id     varchar(40)  not null references office (id),
  business_day  date         not null,
  topic_id      varchar(40)  not null references topic (id),
  language      varchar(20)  not null,
  organisation  varchar(40),
  request_key   varchar(64)  not null,
  counted_at    timestamp    not null,
  constraint enquiry_request unique (request_key)
);
create index enquiry_day on enquiry (office_id, business_day);
