package de.lokalwillkommen.core.arranging;

import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OpeningTimes;
import de.lokalwillkommen.core.offices.Topic;
import java.time.LocalTime;
import java.util.stream.Collectors;

/** How offices are written into the history. */
final class OfficeNotation {

  private OfficeNotation() {}

  static String data(Office office) {
    OfficeData data = office.data();
    return NotedState.version(1)
        .with("name", data.name())
        .with("address", data.address())
        .with("zone", data.zone().getId())
        .with("region", data.holidayRegion())
        .with("creditMinutes", data.creditMinutes())
        .with("lateAfterMinutes", data.lateAfterMinutes())
        .with("recallLimit", data.recallLimit())
        .with("waitingLimit", data.waitingLimit())
        .with("lastTicketMinutes", data.lastTicketMinutes())
        .with("publishesEstimate", data.publishesEstimate())
        .with("kioskLanguages", String.join(", ", data.languages()))
        .with("closedFrom", office.closedFrom())
        .toString();
  }

  static String hours(Office office) {
    return NotedState.version(1)
        .with("hours", office.openingTimes().stream().map(OfficeNotation::hours).toList())
        .toString();
  }

  /** The weekday first, as a number, so that the alphabet gives the order of the week. */
  private static String hours(OpeningTimes times) {
    return times.weekday().getValue()
        + " "
        + time(times.fromMinute())
        + "-"
        + time(times.untilMinute())
        + (times.rhythm().everyWeeks() == 1
            ? ""
            : " /" + times.rhythm().everyWeeks() + " " + times.rhythm().anchor())
        + times.validFrom().map(day -> " >= " + day).orElse("")
        + times.validUntil().map(day -> " <= " + day).orElse("");
  }

  private static String time(int minute) {
    return LocalTime.MIN.plusMinutes(minute).toString();
  }

  static String topics(Office office) {
    return NotedState.version(1)
        .with("topics", office.topics().stream().map(Topic::id).toList())
        .with(
            "topicOrder", office.topics().stream().map(Topic::id).collect(Collectors.joining(", ")))
        .with(
            "topicMinutes",
            office.topics().stream()
                .map(topic -> topic.id() + " " + office.usualDuration(topic).toMinutes())
                .toList())
        .toString();
  }

  static String order(Office office) {
    return NotedState.version(1)
        .with(
            "counters",
            office.counters().stream().map(Counter::label).collect(Collectors.joining(", ")))
        .toString();
  }

  static String counter(Counter counter) {
    return NotedState.version(1)
        .with("label", counter.label())
        .with("name", counter.name())
        .with("retired", counter.isRetired())
        .toString();
  }
}
