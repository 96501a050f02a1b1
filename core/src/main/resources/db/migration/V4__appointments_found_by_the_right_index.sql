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

-- addresses are forgotten when they are of no more use; some from before that are left, except where a cancellation is yet to be told
update waitlist_entry set contact = null where contact is not null and status <> 'WAITING';
update appointment set contact = null, flow = null
  where status in ('CANCELLED', 'LAPSED') and (contact is not null or flow is not null)
    and not exists (select 1 from letter
      where letter.appointment_id = appointment.id and letter.kind = 'CANCELLED' and letter.status = 'WAITING');
