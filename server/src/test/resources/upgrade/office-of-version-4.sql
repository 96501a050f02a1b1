-- An office in full swing, as the release with schema version 4 has written it. In braces: an instant as an offset from now in
-- minutes, a day as an offset from today, and values that the test knows.
insert into office (id, name, zone, credit_minutes, late_after_minutes, recall_limit, waiting_limit, last_ticket_minutes,
  publishes_estimate, outpost, position, holiday_region, early_minutes, booking_days, late_share_hours, books_outside, holds_limit)
  values ('hoerde', 'Hörde', 'Europe/Berlin', 20, 15, 3, null, 0, true, false, 1, null, 60, 28, 48, true, 20),
         ('eving', 'Eving', 'Europe/Berlin', 20, 15, 3, 30, 0, true, false, 2, 'nw', 60, 28, 48, true, 20);
insert into opening_rule values (1, 'hoerde', 1, 0, 1440, 1, '2026-01-05'), (2, 'hoerde', 2, 0, 1440, 1, '2026-01-05'),
  (3, 'hoerde', 3, 0, 1440, 1, '2026-01-05'), (4, 'hoerde', 4, 0, 1440, 1, '2026-01-05'), (5, 'hoerde', 5, 0, 1440, 1, '2026-01-05'),
  (6, 'hoerde', 6, 0, 1440, 1, '2026-01-05'), (7, 'hoerde', 7, 0, 1440, 1, '2026-01-05'), (8, 'eving', 2, 600, 720, 2, '2026-01-05');
insert into closure values (9, 'eving', '2026-12-24', '2027-01-01', 'HOLIDAYS');
insert into counter values (11, 'hoerde', '1', 'Raum 1'), (12, 'hoerde', '2', 'Raum 2'), (13, 'eving', '1', 'Zimmer 1');
insert into topic values ('housing', 'home', 'ANY', 30, true, true, 1), ('letters', 'mail', 'ANY', 15, true, true, 2);
insert into office_topic values ('hoerde', 'housing'), ('hoerde', 'letters'), ('eving', 'housing');
insert into topic_slots values ('hoerde', 'housing', 1);
insert into organisation values ('city', 'Stadt Dortmund'), ('awo', 'AWO');

-- Lena is signed in at counter 1, Omid at counter 2; Ada has mistyped her password, Tom was locked out by the operator
insert into counsellor (id, login, display_name, organisation_id, office_id, roles, languages, topics, password_hash,
  failed_sign_ins, locked_until)
  values (21, 'lena', 'Lena – Beratung', 'city', 'hoerde', 'COUNSELLOR,OFFICE_LEAD', 'de,en,ar', '', '{password}', 0, null),
         (22, 'omid', 'Omid – Beratung', 'awo', 'hoerde', 'COUNSELLOR', 'de,fa', 'housing', '{password}', 0, null),
         (23, 'ada', 'Ada', null, null, 'ADMIN,COORDINATION', 'de', '', '{password}', 4, {-60}),
         (24, 'tom', 'Tom', 'awo', 'hoerde', 'COUNSELLOR', 'de', '', '{password}', 0, '2999-01-01 00:00:00');
insert into sign_in values (31, '{lena}', 'csrf-1', 21, 'hoerde', 11, {-120}, {-1}, {+600}),
  (32, '{omid}', 'csrf-2', 22, 'hoerde', 12, {-120}, {-2}, {+600});
insert into counter_shift (id, office_id, counter_id, counsellor_id, presence, languages, topics, began_at, ended_at)
  values (33, 'hoerde', 11, 21, 'AVAILABLE', 'de,en,ar', '', {-120}, null),
         (34, 'hoerde', 12, 22, 'AVAILABLE', 'de,fa', 'housing', {-120}, null),
         (35, 'hoerde', 11, 24, 'BREAK', 'de', '', {-1500}, {-1200});

-- hours for appointments, round the clock on every weekday
insert into availability (id, office_id, weekday, from_minute, until_minute, every_weeks, anchor, valid_from, valid_until,
  slot_minutes, desks, internal_desks, late_desks, topics, languages, removed_at)
  values (41, 'hoerde', 1, 0, 1440, 1, '2026-01-05', '2026-01-05', null, 30, 2, 0, 0, '', '', null),
         (42, 'hoerde', 2, 0, 1440, 1, '2026-01-05', '2026-01-05', null, 30, 2, 0, 0, '', '', null),
         (43, 'hoerde', 3, 0, 1440, 1, '2026-01-05', '2026-01-05', null, 30, 2, 0, 0, '', '', null),
         (44, 'hoerde', 4, 0, 1440, 1, '2026-01-05', '2026-01-05', null, 30, 2, 0, 0, '', '', null),
         (45, 'hoerde', 5, 0, 1440, 1, '2026-01-05', '2026-01-05', null, 30, 2, 0, 0, '', '', null),
         (46, 'hoerde', 6, 0, 1440, 1, '2026-01-05', '2026-01-05', null, 30, 2, 0, 0, '', '', null),
         (47, 'hoerde', 7, 0, 1440, 1, '2026-01-05', '2026-01-05', null, 30, 2, 0, 0, '', '', null),
         (48, 'eving', 2, 600, 720, 2, '2026-01-05', '2026-01-05', null, 30, 1, 0, 0, '', '', {-9000});
insert into availability_exception values (51, 'eving', '2026-12-15', 600, 660, 0, 'Teamsitzung');
insert into availability_change values (52, 'hoerde', {-9000}, 21, 'ADD', '', 'Mo 00:00–24:00');

-- the line of today: one is called, one is being advised since before the upgrade, two wait, one is parked, one was missed, one left
insert into ticket (id, office_id, business_day, series, series_number, origin, topic_id, language, audience, request_key, issued_at,
  slot_at, urgent_reason, line_key, status, call_seq, called_at, recalls, serving_since, back_at, ended_at, since,
  prior_status, prior_counter_id, prior_call_seq, prior_called_at, prior_recalls, prior_since,
  first_visit, counts_for_amif, referral, outcome_topics, numbered_by, only_counter, at_counter)
  values
  (61, 'hoerde', {today-1}, 'A', 1, 'WALK_IN', 'housing', 'ar', null, null, {-1500}, null, null, {-1500}, 'DONE', 1, {-1490}, 0, {-1488},
    null, {-1470}, {-1470}, 'SERVING', 11, 1, {-1490}, 0, {-1488}, true, true, null, 'housing', 'hoerde', null, 11),
  (62, 'hoerde', {today}, 'A', 1, 'WALK_IN', 'housing', 'fa', null, 'key-62', {-9}, null, null, {-9}, 'SERVING', 1, {-8}, 1, {-7}, null, null,
    {-7}, 'CALLED', 12, 1, {-8}, 1, {-8}, null, null, null, null, 'hoerde', null, 12),
  (63, 'hoerde', {today}, 'A', 2, 'WALK_IN', 'letters', 'ar', null, 'key-63', {-8}, null, null, {-8}, 'CALLED', 2, {-2}, 0, null, null, null,
    {-2}, 'WAITING', null, null, null, 0, {-8}, null, null, null, null, 'hoerde', null, 11),
  (64, 'hoerde', {today}, 'A', 3, 'WALK_IN', 'letters', 'de', null, 'key-64', {-7}, null, null, {-7}, 'WAITING', null, null, 0, null, null, null,
    {-7}, null, null, null, null, null, null, null, null, null, null, 'hoerde', null, null),
  (65, 'hoerde', {today}, 'A', 1, 'WALK_IN', 'housing', 'en', null, 'key-65', {-6}, null, null, {-6}, 'WAITING', null, null, 0, null, null, null,
    {-6}, null, null, null, null, null, null, null, null, null, null, 'eving', null, null),
  (66, 'hoerde', {today}, 'A', 4, 'STAFF', 'housing', 'de', null, null, {-5}, null, null, {-5}, 'PARKED', null, null, 0, null, {+30}, null,
    {-4}, 'WAITING', null, null, null, 0, {-5}, null, null, null, null, 'hoerde', null, null),
  (67, 'hoerde', {today}, 'A', 5, 'WALK_IN', 'letters', 'de', null, 'key-67', {-5}, null, null, {-5}, 'NO_SHOW', 3, {-4}, 2, null, null, {-3},
    {-3}, 'CALLED', 11, 3, {-4}, 2, {-4}, null, null, null, null, 'hoerde', null, 11),
  (68, 'hoerde', {today}, 'A', 6, 'WALK_IN', 'letters', 'de', null, 'key-68', {-4}, null, 'Kind krank', {-64}, 'CANCELLED', null, null, 0, null,
    null, {-3}, {-3}, null, null, null, null, null, null, null, null, null, null, 'hoerde', null, null);
insert into ticket_event values (71, 62, 'hoerde', 'ISSUE', null, 'WAITING', {-9}, 'KIOSK', null, null),
  (72, 62, 'hoerde', 'CALL', 'WAITING', 'CALLED', {-8}, 'COUNSELLOR', 12, null),
  (73, 62, 'hoerde', 'START', 'CALLED', 'SERVING', {-7}, 'COUNSELLOR', 12, null),
  (74, 63, 'hoerde', 'ISSUE', null, 'WAITING', {-8}, 'KIOSK', null, null),
  (75, 63, 'hoerde', 'CALL', 'WAITING', 'CALLED', {-2}, 'COUNSELLOR', 11, null),
  (76, 64, 'hoerde', 'ISSUE', null, 'WAITING', {-7}, 'KIOSK', null, null),
  (77, 65, 'eving', 'ISSUE', null, 'WAITING', {-6}, 'KIOSK', null, null),
  (78, 65, 'hoerde', 'TRANSFER', 'WAITING', 'WAITING', {-5}, 'COUNSELLOR', 13, null),
  (79, 68, 'hoerde', 'CANCEL', 'WAITING', 'CANCELLED', {-3}, 'VISITOR', null, null);
insert into office_line values ('hoerde', {today}, 6, 0, 2, 3, 40), ('eving', {today}, 1, 0, 0, 0, 5);

-- appointments: one is due (its code has letters that new codes avoid), one later, one held for an offer, one cancelled
insert into appointment_book (office_id, version, settled_on) values ('hoerde', 7, {today}), ('eving', 1, null);
insert into appointment (id, code, office_id, topic_id, language, availability_id, desk, starts_at, ends_at, status, channel,
  request_key, flow, contact, requested_at, held_until, moves, ticket_id, since)
  values (81, 'WXYZ2345', 'hoerde', 'housing', 'uk', 41, 0, {due}, {due+30}, 'BOOKED', 'OUTSIDE', 'key-81', 'flow-81', null, {-9000}, null, 0,
           null, {-9000}),
         (82, 'AMQR6789', 'hoerde', 'letters', 'ar', {tomorrow rule}, 1, {tomorrow 10:00}, {tomorrow 10:30}, 'BOOKED', 'KIOSK', 'key-82', 'flow-82',
           'a@example.org', {-9000}, null, 1, null, {-8000}),
         (83, 'HEHD2345', 'hoerde', 'letters', 'ar', {tomorrow rule}, 0, {tomorrow 09:00}, {tomorrow 09:30}, 'HELD', 'WAITLIST', null, null, null,
           {-3}, {+60}, 0, null, {-3}),
         (84, 'GNE23456', 'hoerde', 'letters', 'de', {tomorrow rule}, 0, {tomorrow 09:00}, {tomorrow 09:30}, 'CANCELLED', 'KIOSK', 'key-84', null, null,
           {-9000}, null, 0, null, {-3});
-- the test adds the claims on their cells
insert into appointment_event values (93, 81, 'hoerde', 'BOOK', 'HELD', 'BOOKED', {-9000}, 'VISITOR', {due}, {-9000}),
  (94, 84, 'hoerde', 'CANCEL', 'BOOKED', 'CANCELLED', {-3}, 'VISITOR', {tomorrow 09:00}, {-9000});
insert into waitlist_entry (id, code, topic_id, language, offices, first_day, last_day, part_of_day, appointment_id, contact,
  request_key, status, joined_at, ended_at)
  values (95, 'WAYT2345', 'letters', 'ar', 'hoerde', {today}, {today+20}, 'ANY', 82, 'a@example.org', 'key-95', 'WAITING', {-8000}, null),
         (96, 'GQNE2345', 'letters', 'de', 'hoerde', {today-9}, {today+9}, 'MORNING', null, null, 'key-96', 'LEFT', {-8000}, {-7000});
insert into slot_offer values (97, 95, 83, 'hoerde', {tomorrow 09:00}, 'OPEN', {-3}, {+60}, null);
insert into letter values (98, 'OFFER', 83, 95, 97, {-3}, 'WAITING', 1, {+1}, null), (99, 'BOOKED', 82, null, null, {-9000}, 'SENT', 0, {-9000}, {-9000});
insert into lead_time values ('hoerde', {today-1}, 12, 4320, 20160, 8640), ('hoerde', {today-2}, 0, null, null, null);
insert into lease values ('keeping-lines', 'server-before', {-1});
insert into device values (101, 'hoerde', 'KIOSK', 'Eingang', '{kiosk}', {-9000}, null),
  (102, 'hoerde', 'KIOSK', 'verloren', '{lost}', {-9000}, {-8000}), (103, 'hoerde', 'DISPLAY', 'Warteraum', '{display}', {-9000}, null);
insert into installation values ('visitor-key', '{key}');
