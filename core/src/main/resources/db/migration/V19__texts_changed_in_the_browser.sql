-- One row: changes of texts run one after another, and its version says whether a server has read the latest ones.
create table text_turn (
  id       int     not null primary key,
  version  bigint  not null
);
insert into text_turn (id, version) values (1, 0);

-- What the administration says instead of a shipped text, or besides it; a text that is shipped again has no row.
create table own_text (
  text_key  varchar(100)   not null,
  language  varchar(12)    not null,
  pattern   varchar(1000)  not null,
  version   bigint         not null,
  primary key (text_key, language)
);

-- When the texts of a language were changed, and when a native speaker has read them; the versions say which of both
-- came last, whatever the clock did. A language without either has no row.
create table text_language (
  tag              varchar(12)   not null primary key,
  changed_at       timestamp,
  changed_version  bigint        not null,
  checked_at       timestamp,
  checked_version  bigint        not null,
  checked_by       bigint        not null,
  checker_roles    varchar(100)  not null
);
