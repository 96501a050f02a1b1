-- One row: the name of the installation and the addresses of its legal pages; version is what an editor has seen.
create table installation_profile (
  id             int           not null primary key,
  version        int           not null,
  name           varchar(80)   not null,
  imprint        varchar(300)  not null,
  privacy        varchar(300)  not null,
  accessibility  varchar(300)  not null,
  eu_funded      boolean       not null,
  logo           varchar(64)
);
insert into installation_profile (id, version, name, imprint, privacy, accessibility, eu_funded)
  values (1, 0, '', '', '', '', false);

-- The logo in parts, since Derby and PostgreSQL have no common type for its bytes: Base64 of a PNG.
create table installation_logo (
  part     int             not null primary key,
  content  varchar(30000)  not null
);

-- What an office decides about a topic of the catalogue; null where it follows the catalogue.
create table office_topic_rule (
  office_id      varchar(40)  not null references office (id),
  topic_id       varchar(40)  not null references topic (id),
  place          int,
  usual_minutes  int,
  primary key (office_id, topic_id)
);
