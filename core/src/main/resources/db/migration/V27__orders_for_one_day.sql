-- What an office lead orders for one business day: no more numbers, another closing time, an announcement. A row is
-- written by those who hold the lock on the office's line, so that an order and a ticket follow one another.
create table office_day (
  id                  bigint       not null primary key,
  office_id           varchar(40)  not null references office (id),
  business_day        date         not null,
  version             int          not null,
  stop_reason         varchar(20),
  closes_minute       int,
  announcement        varchar(20),
  announced_language  varchar(20),
  constraint office_day_once unique (office_id, business_day)
);

-- an office's own announcement in several languages
create table office_day_text (
  office_day_id  bigint        not null references office_day (id),
  language       varchar(20)   not null,
  words          varchar(200)  not null,
  primary key (office_day_id, language)
);
