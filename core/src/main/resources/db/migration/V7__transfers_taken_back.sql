-- the previous assignment of a ticket: a transfer can be undone until the ticket is changed again
alter table ticket add column prior_topic_id varchar(40);
alter table ticket add column prior_office_id varchar(40);
alter table ticket add column prior_only_counter bigint;

-- the number of the ticket's last change, which identifies the one to be undone: the first, the second, …
alter table ticket add column steps int default 0 not null;
