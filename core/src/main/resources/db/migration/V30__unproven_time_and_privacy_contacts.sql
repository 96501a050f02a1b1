-- Since when the stored time is not proven: after a leap of the clock deletion waits for a day, also across a restart. See decision 70.
alter table known_time add column unproven_since timestamp;

-- Whom visitors ask about their data (Art. 13 and 26 GDPR), as the notice on kiosks and phones names them.
alter table installation_profile add column data_protection_officer varchar(300) default '' not null;
alter table installation_profile add column joint_controller varchar(300) default '' not null;
