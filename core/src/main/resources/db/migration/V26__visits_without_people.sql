-- Tickets, appointments and ended shifts leave their tables soon; what evaluation needs remains without a way back.
-- One row holds when and how long, the other a single property of a visit, and nothing leads from one to the other.
-- The keys are random: a sequence would tell the order of arrival, and so the number on the paper.
create table visit (
  visit_key        bigint       not null primary key,
  office_id        varchar(40)  not null,
  numbered_by      varchar(40)  not null,
  business_day     date         not null,
  series           char(1)      not null,
  origin           varchar(20)  not null,
  half_hour        int          not null,
  outcome          varchar(20)  not null,
  wait_minutes     int,
  way_minutes      int,
  service_minutes  int,
  transfers        int          not null,
  constraint visit_half_hour check (half_hour between 0 and 47)
);
create index visit_day on visit (office_id, business_day);

create table visit_property (
  property_key  bigint       not null primary key,
  office_id     varchar(40)  not null,
  in_month      date         not null,
  kind          varchar(20)  not null,
  said          varchar(40)  not null,
  minutes       int
);
create index visit_property_month on visit_property (office_id, in_month, kind);

-- how many numbers of a day have gone: the check that none is missing still counts them
create table numbers_gone (
  office_id     varchar(40)  not null,
  business_day  date         not null,
  series        char(1)      not null,
  gone          int          not null,
  highest       int          not null,
  primary key (office_id, business_day, series)
);

-- found by the job that deletes them
create index appointment_end on appointment (ends_at);
create index counter_shift_end on counter_shift (ended_at);
