-- who is told of events by HTTP, and where. An address may hold a password, and a secret is encrypted. There is no
-- reference from deliveries to their webhook: an event would lock the row of the webhook
create table webhook (
  id              bigint         not null primary key,
  name            varchar(60)    not null,
  address         varchar(500)   not null,
  events          varchar(300)   not null,
  offices         varchar(2000)  not null,
  status          varchar(20)    not null,
  sealed_secret   varchar(200)   not null,
  earlier_secret  varchar(200),
  earlier_until   timestamp,
  version         int            not null
);

-- the outbox of webhooks: written in the transaction of the event, sent afterwards
create table webhook_delivery (
  id               bigint         not null primary key,
  webhook_id       bigint         not null,
  message_id       varchar(36)    not null,
  event            varchar(40)    not null,
  body             varchar(2000)  not null,
  status           varchar(20)    not null,
  attempts         int            not null,
  created_at       timestamp      not null,
  next_attempt_at  timestamp      not null,
  ended_at         timestamp,
  answer           varchar(20)
);
create index webhook_delivery_due on webhook_delivery (webhook_id, status, next_attempt_at);
