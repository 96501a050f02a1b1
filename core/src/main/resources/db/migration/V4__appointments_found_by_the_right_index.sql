-- Derby prefers the narrow index it keeps for a reference to a better one that begins with the same column, and then reads all
-- appointments an office ever had. One that begins with the time is not passed over; and one that has all that a search asks for
-- spares it the rows.

drop index appointment_day;
create index appointment_day on appointment (starts_at, office_id);
create index appointment_taken on appointment (office_id, starts_at, ends_at, status, availability_id, desk);

-- who missed an appointment is looked for once a day, so nothing else needs it
drop index appointment_ended;
alter table appointment_book add column settled_on date;

-- nobody is sent to the counter that has been idle longest, see decision 18
alter table counter_shift drop column idle_since;
