package de.lokalwillkommen.core.overseeing;

import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.dayorders.DayOrders;
import de.lokalwillkommen.core.kernel.NotedState;
import java.time.LocalTime;
import java.util.Map;

/** How the orders of a day are written into the history. */
final class OrdersNotation {

  private OrdersNotation() {}

  static String write(DayOrders orders) {
    NotedState state =
        NotedState.version(1)
            .with("stop", orders.stop())
            .with("closesAt", orders.closesMinute().map(OrdersNotation::time))
            .with("announcement", orders.announcement().map(Announcement::kind))
            .with("language", orders.announcement().flatMap(Announcement::language));
    orders.announcement().map(Announcement::texts).orElse(Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(text -> state.with(text.getKey(), text.getValue()));
    return state.toString();
  }

  private static String time(int minute) {
    return minute == 24 * 60 ? "24:00" : LocalTime.ofSecondOfDay(minute * 60L).toString();
  }
}
