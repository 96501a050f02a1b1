-- since when a called visitor has been on the way; part of the call, so it is stored beside the step before as well
alter table ticket add column coming_since timestamp;
alter table ticket add column prior_coming_since timestamp;
