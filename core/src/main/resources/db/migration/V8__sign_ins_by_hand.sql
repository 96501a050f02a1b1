-- wrong passwords are counted by browser and network, no longer by name alone
alter table counsellor drop column failed_sign_ins;

-- requests that a person has caused are told apart from those of an open page
alter table sign_in add column last_used_at timestamp;
update sign_in set last_used_at = last_seen_at;
alter table sign_in alter column last_used_at set not null;

-- why a sign-in was ended, other than by signing out; kept until the sign-in would have expired
alter table sign_in add column ended_because varchar(20);
