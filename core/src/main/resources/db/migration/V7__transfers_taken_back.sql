-- a transfer can be taken back until somebody does something with the ticket: where it came from
alter table ticket add column prior_topic_id varchar(40);
alter table ticket add column prior_office_id varchar(40);
alter table ticket add column prior_only_counter bigint;

-- which of a ticket's changes somebody wants to take back: the first, the second, …
alter table ticket add column steps int default 0 not null;
