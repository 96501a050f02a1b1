-- Derby waits for each row that an index leads past: without the office two offices whose holds lapse could wait for each other. The
-- status comes first, since Derby passes over an index that begins with the column of a reference (V4).
drop index appointment_held;
create index appointment_held on appointment (status, office_id, held_until);
