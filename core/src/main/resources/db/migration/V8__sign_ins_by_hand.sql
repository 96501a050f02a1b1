-- wrong passwords are counted by browser and network, no longer by name alone
alter table counsellor drop column failed_sign_ins;

-- what a person does is told apart from what an open page does by itself
alter table sign_in add column last_used_at timestamp;
update sign_in set last_used_at = last_seen_at;
alter table sign_in alter column last_used_at set not null;

-- a sign-in that was ended otherwise than by its own sign-out says so until it would have ended
alter table sign_in add column ended_because varchar(20);
