-- One script for Derby and PostgreSQL: plain types only. Every timestamp is UTC. Identifiers that people see in
-- addresses (offices, topics) are words; the rest are numbers from one sequence, taken fifty at a time.

create sequence lw_ids start with 50 increment by 50;

create table office (
  id                    varchar(40)  not null primary key,
  name                  varchar(80)  not null,
  zone                  varchar(40)  not null,
  credit_minutes        int          not null,
  late_after_minutes    int          not null,
  recall_limit          int          not null,
  waiting_limit         int,
  last_ticket_minutes   int          not null,
  publishes_estimate    boolean      not null,
  outpost               boolean      not null,
  position              int          not null
);

create table opening_rule (
  id            bigint       not null primary key,
  office_id     varchar(40)  not null references office (id),
  weekday       int          not null,
  opens_minute  int          not null,
  closes_minute int          not null,
  every_weeks   int          not null,
  anchor        date         not null,
  constraint opening_rule_weekday check (weekday between 1 and 7),
  constraint opening_rule_times check (opens_minute >= 0 and opens_minute < closes_minute and closes_minute <= 1440),
  constraint opening_rule_weeks check (every_weeks >= 1)
);
create index opening_rule_office on opening_rule (office_id);

create table closure (
  id         bigint       not null primary key,
  office_id  varchar(40)  not null references office (id),
  first_day  date         not null,
  last_day   date         not null,
  reason     varchar(40)  not null
);
create index closure_office on closure (office_id);

create table counter (
  id         bigint       not null primary key,
  office_id  varchar(40)  not null references office (id),
  label      varchar(10)  not null,
  name       varchar(40)  not null,
  constraint counter_label unique (office_id, label)
);

create table topic (
  id              varchar(40)  not null primary key,
  pictogram       varchar(40)  not null,
  audience        varchar(20)  not null,
  usual_minutes   int          not null,
  walk_in         boolean      not null,
  bookable        boolean      not null,
  position        int          not null
);

create table office_topic (
  office_id  varchar(40)  not null references office (id),
  topic_id   varchar(40)  not null references topic (id),
  primary key (office_id, topic_id)
);

create table organisation (
  id    varchar(40)  not null primary key,
  name  varchar(80)  not null
);

create table counsellor (
  id               bigint        not null primary key,
  login            varchar(60)   not null,
  display_name     varchar(80)   not null,
  organisation_id  varchar(40)   references organisation (id),
  office_id        varchar(40)   references office (id),
  roles            varchar(120)  not null,
  languages        varchar(200)  not null,
  topics           varchar(400)  not null,
  password_hash    varchar(255)  not null,
  failed_sign_ins  int           not null,
  locked_until     timestamp,
  constraint counsellor_login unique (login)
);

-- who is signed in where; the token itself is known to the browser alone
create table sign_in (
  id             bigint       not null primary key,
  token_hash     varchar(64)  not null,
  csrf           varchar(64)  not null,
  counsellor_id  bigint       not null references counsellor (id),
  office_id      varchar(40)  references office (id),
  counter_id     bigint       references counter (id),
  signed_in_at   timestamp    not null,
  last_seen_at   timestamp    not null,
  expires_at     timestamp    not null,
  constraint sign_in_token unique (token_hash)
);

create table counter_shift (
  id             bigint        not null primary key,
  office_id      varchar(40)   not null references office (id),
  counter_id     bigint        not null references counter (id),
  counsellor_id  bigint        not null references counsellor (id),
  presence       varchar(20)   not null,
  languages      varchar(200)  not null,
  topics         varchar(400)  not null,
  began_at       timestamp     not null,
  idle_since     timestamp     not null,
  ended_at       timestamp
);
create index counter_shift_open on counter_shift (office_id, ended_at);
create index counter_shift_counsellor on counter_shift (counsellor_id, ended_at);

-- one row per office, locked by every change of its line: numbers, calls and versions are handed out here
create table office_line (
  office_id     varchar(40)  not null primary key references office (id),
  business_day  date         not null,
  walk_ins      int          not null,
  appointments  int          not null,
  waiting       int          not null,
  calls         bigint       not null,
  version       bigint       not null
);

create table ticket (
  id             bigint       not null primary key,
  office_id      varchar(40)  not null references office (id),
  issued_by      varchar(40)  not null references office (id),
  business_day   date         not null,
  series         char(1)      not null,
  series_number  int          not null,
  origin         varchar(20)  not null,
  topic_id       varchar(40)  not null references topic (id),
  language       varchar(20)  not null,
  audience       varchar(20),
  request_key    varchar(64),
  issued_at      timestamp    not null,
  slot_at        timestamp,
  urgent_reason  varchar(200),
  line_key       timestamp    not null,
  for_counter    bigint       references counter (id),

  status         varchar(20)  not null,
  counter_id     bigint       references counter (id),
  call_seq       bigint,
  called_at      timestamp,
  recalls        int          not null,
  serving_since  timestamp,
  back_at        timestamp,
  ended_at       timestamp,
  since          timestamp    not null,

  prior_status         varchar(20),
  prior_counter_id     bigint,
  prior_call_seq       bigint,
  prior_called_at      timestamp,
  prior_recalls        int,
  prior_serving_since  timestamp,
  prior_back_at        timestamp,
  prior_ended_at       timestamp,
  prior_since          timestamp,

  first_visit      boolean,
  counts_for_amif  boolean,
  referral         varchar(80),
  outcome_topics   varchar(400),

  constraint ticket_number unique (issued_by, business_day, series, series_number),
  constraint ticket_request unique (request_key)
);
-- in the very order of the line and of the calls, so that the first few are read without sorting all
create index ticket_line on ticket (office_id, business_day, status, line_key, series_number, id);
create index ticket_calls on ticket (office_id, business_day, call_seq desc);

-- the history: written in the transaction of the change, never touched again
create table ticket_event (
  id           bigint       not null primary key,
  ticket_id    bigint       not null references ticket (id),
  office_id    varchar(40)  not null,
  action       varchar(20)  not null,
  from_status  varchar(20),
  to_status    varchar(20)  not null,
  happened_at  timestamp    not null,
  actor        varchar(20)  not null,
  counter_id   bigint,
  reason       varchar(200)
);
create index ticket_event_ticket on ticket_event (ticket_id);
create index ticket_event_day on ticket_event (office_id, happened_at);

-- what must happen once in a cluster runs under a lease
create table lease (
  name        varchar(40)  not null primary key,
  holder      varchar(60)  not null,
  held_until  timestamp    not null
);

-- a device may issue tickets for its office; the token itself is known to the device alone
create table device (
  id          bigint       not null primary key,
  office_id   varchar(40)  not null references office (id),
  role        varchar(20)  not null,
  name        varchar(80)  not null,
  token_hash  varchar(64)  not null,
  paired_at   timestamp    not null,
  revoked_at  timestamp,
  constraint device_token unique (token_hash)
);

-- facts about this installation, such as the fingerprint of the key that signs visitors' addresses
create table installation (
  name   varchar(40)   not null primary key,
  value  varchar(255)  not null
);
