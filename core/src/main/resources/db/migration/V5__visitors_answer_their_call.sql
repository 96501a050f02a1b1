-- a visitor who has heard the call says so by phone; it belongs to that call, so it is kept beside the step before as well
alter table ticket add column coming_since timestamp;
alter table ticket add column prior_coming_since timestamp;
