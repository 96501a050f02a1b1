-- why the office moved or cancelled an appointment: the letter says it; empty if the visitor did it
alter table appointment add column office_reason varchar(20);
