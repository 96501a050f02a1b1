-- Booked appointments. The rows of slot_claim are what makes a double booking impossible: every five minutes of every
-- desk of an availability can be claimed once, whoever asks and on whichever server.

alter table office add column holiday_region varchar(10);
alter table office add column early_minutes int default 60 not null;
alter table office add column booking_days int default 28 not null;
alter table office add column late_share_hours int default 48 not null;
alter table office add column books_outside boolean default true not null;
alter table office add column holds_limit int;
update office set holiday_region = 'nw', holds_limit = 20;

create table topic_slots (
  office_id  varchar(40)  not null references office (id),
  topic_id   varchar(40)  not null references topic (id),
  slots      int          not null,
  primary key (office_id, topic_id),
  constraint topic_slots_count check (slots between 1 and 12)
);

create table availability (
  id             bigint        not null primary key,
  office_id      varchar(40)   not null references office (id),
  weekday        int           not null,
  from_minute    int           not null,
  until_minute   int           not null,
  every_weeks    int           not null,
  anchor         date          not null,
  valid_from     date          not null,
  valid_until    date,
  slot_minutes   int           not null,
  desks          int           not null,
  internal_desks int           not null,
  late_desks     int           not null,
  topics         varchar(400)  not null,
  languages      varchar(200)  not null,
  removed_at     timestamp,
  constraint availability_weekday check (weekday between 1 and 7),
  constraint availability_times check (from_minute >= 0 and from_minute < until_minute and until_minute <= 1440),
  constraint availability_weeks check (every_weeks >= 1),
  constraint availability_desks check (desks >= 1 and internal_desks >= 0 and late_desks >= 0 and internal_desks + late_desks <= desks)
);
create index availability_office on availability (office_id);

create table availability_exception (
  id            bigint       not null primary key,
  office_id     varchar(40)  not null references office (id),
  on_day        date         not null,
  from_minute   int          not null,
  until_minute  int          not null,
  desks         int          not null,
  reason        varchar(80)  not null
);
create index availability_exception_office on availability_exception (office_id, on_day);

-- who changed the hours, and how they read before and after; never changed afterwards
create table availability_change (
  id             bigint        not null primary key,
  office_id      varchar(40)   not null references office (id),
  changed_at     timestamp     not null,
  counsellor_id  bigint        not null references counsellor (id),
  action         varchar(20)   not null,
  before_change  varchar(1000) not null,
  after_change   varchar(1000) not null
);
create index availability_change_office on availability_change (office_id, changed_at);

-- one row per office, locked by every change of its appointments; one that is no office's, locked by whoever makes another
create table appointment_book (
  office_id  varchar(40)  not null primary key,
  version    bigint       not null
);
insert into appointment_book (office_id, version) values ('-', 0);

create table appointment (
  id               bigint       not null primary key,
  code             varchar(10)  not null,
  office_id        varchar(40)  not null references office (id),
  topic_id         varchar(40)  not null references topic (id),
  language         varchar(20)  not null,
  availability_id  bigint       not null references availability (id),
  desk             int          not null,
  starts_at        timestamp    not null,
  ends_at          timestamp    not null,
  status           varchar(20)  not null,
  channel          varchar(20)  not null,
  request_key      varchar(64),
  flow             varchar(64),
  contact          varchar(254),
  requested_at     timestamp    not null,
  held_until       timestamp,
  moves            int          not null,
  ticket_id        bigint       references ticket (id),
  since            timestamp    not null,
  constraint appointment_code unique (code),
  constraint appointment_request unique (request_key)
);
create index appointment_day on appointment (office_id, starts_at);
create index appointment_held on appointment (status, held_until);
create index appointment_ended on appointment (office_id, status, ends_at);
create index appointment_contact on appointment (contact, status);
create index appointment_flow on appointment (flow, status);
create index appointment_ticket on appointment (ticket_id);

create table slot_claim (
  id              bigint     not null primary key,
  availability_id bigint     not null references availability (id),
  desk            int        not null,
  cell_at         timestamp  not null,
  appointment_id  bigint     not null references appointment (id),
  constraint slot_claim_once unique (availability_id, desk, cell_at)
);
create index slot_claim_appointment on slot_claim (appointment_id);

create table appointment_event (
  id              bigint       not null primary key,
  appointment_id  bigint       not null references appointment (id),
  office_id       varchar(40)  not null,
  action          varchar(20)  not null,
  from_status     varchar(20),
  to_status       varchar(20)  not null,
  happened_at     timestamp    not null,
  actor           varchar(20)  not null,
  starts_at       timestamp    not null,
  requested_at    timestamp    not null
);
create index appointment_event_of on appointment_event (appointment_id);
create index appointment_event_day on appointment_event (office_id, happened_at);

create table waitlist_entry (
  id              bigint        not null primary key,
  code            varchar(10)   not null,
  topic_id        varchar(40)   not null references topic (id),
  language        varchar(20)   not null,
  offices         varchar(400)  not null,
  first_day       date          not null,
  last_day        date          not null,
  part_of_day     varchar(20)   not null,
  appointment_id  bigint        references appointment (id),
  contact         varchar(254),
  request_key     varchar(64),
  status          varchar(20)   not null,
  joined_at       timestamp     not null,
  ended_at        timestamp,
  constraint waitlist_code unique (code),
  constraint waitlist_request unique (request_key)
);
create index waitlist_waiting on waitlist_entry (status, joined_at);
create index waitlist_appointment on waitlist_entry (appointment_id);

-- one row, locked by whoever makes or takes an offer, as an entry may wait for several offices
create table waitlist_turn (
  id     int     not null primary key,
  turns  bigint  not null
);
insert into waitlist_turn (id, turns) values (1, 0);

create table slot_offer (
  id              bigint       not null primary key,
  entry_id        bigint       not null references waitlist_entry (id),
  appointment_id  bigint       not null references appointment (id),
  office_id       varchar(40)  not null,
  starts_at       timestamp    not null,
  status          varchar(20)  not null,
  offered_at      timestamp    not null,
  expires_at      timestamp    not null,
  ended_at        timestamp,
  constraint slot_offer_once unique (appointment_id)
);
create index slot_offer_entry on slot_offer (entry_id, status);
create index slot_offer_status on slot_offer (status);
create index slot_offer_at on slot_offer (office_id, starts_at);

-- what is to be sent by mail, written in the transaction of the change; the address itself stays with the appointment
create table letter (
  id              bigint       not null primary key,
  kind            varchar(20)  not null,
  appointment_id  bigint       references appointment (id),
  entry_id        bigint       references waitlist_entry (id),
  offer_id        bigint       references slot_offer (id),
  due_at          timestamp    not null,
  status          varchar(20)  not null,
  attempts        int          not null,
  next_attempt_at timestamp    not null,
  sent_at         timestamp
);
create index letter_due on letter (status, next_attempt_at);
create index letter_appointment on letter (appointment_id, status);

-- how long people wait for an appointment, office by office and day by day
create table lead_time (
  office_id           varchar(40)  not null references office (id),
  on_day              date         not null,
  bookings            int          not null,
  median_minutes      int,
  p90_minutes         int,
  third_next_minutes  int,
  primary key (office_id, on_day)
);
