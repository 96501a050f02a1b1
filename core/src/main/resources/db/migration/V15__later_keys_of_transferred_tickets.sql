-- a transferred appointment may stand behind a visitor who comes now, although this line has checked none in
alter table office_line add column later_keys boolean default false not null;
