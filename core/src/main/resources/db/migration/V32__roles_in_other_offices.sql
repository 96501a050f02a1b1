-- the roles of a person in offices other than the own one, as slug/ROLE, separated by commas
alter table counsellor add column roles_elsewhere varchar(4000) default '' not null;
