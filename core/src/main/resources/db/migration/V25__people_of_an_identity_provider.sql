-- people who sign in by an identity provider (OpenID Connect) never have a password here
alter table counsellor add column federated boolean default false not null;

-- which account of the provider is which person: a hash of issuer and subject, never the mail address, which may go to
-- another person
create table federated_account (
  account_hash   varchar(64)  not null primary key,
  counsellor_id  bigint       not null references counsellor (id),
  constraint federated_account_person unique (counsellor_id)
);

-- which value of the provider's claim gives which role, and in which office; the empty string for none, since a unique
-- key would take two nulls for different
create table claim_mapping (
  id           bigint        not null primary key,
  claim_value  varchar(200)  not null,
  role         varchar(20)   not null,
  office_id    varchar(40)   not null,
  constraint claim_mapping_once unique (claim_value, role, office_id)
);

-- the provider's session behind a sign-in, so that each can end the other; goes with the sign-in. The token for signing
-- out there is encrypted, since it names the person
create table provider_session (
  token_hash       varchar(64)  not null primary key references sign_in (token_hash) on delete cascade,
  counsellor_id    bigint       not null,
  session_hash     varchar(64),
  sealed_id_token  varchar(12000)
);
create index provider_session_of on provider_session (session_hash);

-- a new constant of SignInEnd, PROVIDER, which an older release does not know
