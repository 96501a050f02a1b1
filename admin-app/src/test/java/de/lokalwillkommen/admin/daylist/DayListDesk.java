package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.console.DeskInHoerde;

/** The same counter, at which the day list is open. */
final class DayListDesk extends DeskInHoerde {

  final DayListView list =
      new DayListView(booking.lists, lines, languages, versions, page, booking.clock, asked, here);
  final SlotPicker slots = new SlotPicker(booking.byStaff, languages, page, asked, here, sent.me());
  final DayListPage listPage =
      new DayListPage(booking.byStaff, slots, list, page, feedback, asked, sent.me());
}
