-- the history is written as JSON, which takes more characters; the slots of many topics were too long for 1000 before
alter table availability_change alter column before_change set data type varchar(4000);
alter table availability_change alter column after_change set data type varchar(4000);
