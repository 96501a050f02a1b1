package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.core.arranging.OfficeImpact;
import de.lokalwillkommen.core.arranging.OfficeSettings;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.offices.OpeningTimes;
import de.lokalwillkommen.core.offices.WallClock;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalTime;
import java.util.Collection;

/** What the administration arranges, as JSON. */
final class OfficeJson {

  private OfficeJson() {}

  static JsonObjectBuilder of(OfficeSettings office) {
    OfficeData data = office.data();
    JsonObjectBuilder json =
        Jsons.object()
            .add("id", office.id())
            .add("name", data.name())
            .add("address", data.address())
            .add("zone", data.zone().getId())
            .add("region", Jsons.orNull(data.holidayRegion()))
            .add("credit", data.creditMinutes())
            .add("lateAfter", data.lateAfterMinutes())
            .add("recallLimit", data.recallLimit())
            .add("lastTicketMinutes", data.lastTicketMinutes())
            .add("publishesEstimate", data.publishesEstimate())
            .add("languages", texts(data.languages()))
            .add("outpost", office.outpost())
            .add("openNow", office.openNow())
            .add("closedFrom", Jsons.orNull(office.closedFrom()))
            .add("topics", texts(office.topics().stream().sorted().toList()));
    data.waitingLimit()
        .ifPresentOrElse(
            most -> json.add("waitingLimit", most), () -> json.addNull("waitingLimit"));
    JsonArrayBuilder hours = Jsons.array();
    office.times().forEach(times -> hours.add(of(times)));
    JsonArrayBuilder counters = Jsons.array();
    office.counters().forEach(counter -> counters.add(of(counter)));
    return json.add("hours", hours).add("counters", counters);
  }

  private static JsonObjectBuilder of(OpeningTimes times) {
    return Jsons.object()
        .add("day", times.weekday().name())
        .add("from", time(times.fromMinute()))
        .add("until", time(times.untilMinute()))
        .add("everyWeeks", times.rhythm().everyWeeks())
        .add("week", times.rhythm().anchor().toString())
        .add("validFrom", Jsons.orNull(times.validFrom()))
        .add("validUntil", Jsons.orNull(times.validUntil()));
  }

  static String time(int minute) {
    return LocalTime.MIN.plusMinutes(minute % WallClock.MINUTES_OF_A_DAY).toString();
  }

  static JsonObjectBuilder of(CounterProfile counter) {
    return Jsons.object()
        .add("id", counter.id())
        .add("label", counter.label())
        .add("name", counter.name());
  }

  /** The people whom a change affects. */
  static JsonArray impacts(Collection<?> affected) {
    JsonArrayBuilder list = Jsons.array();
    affected.stream()
        .map(OfficeImpact.class::cast)
        .forEach(i -> list.add(impact(i.key(), i.kind(), i.subject(), i.people())));
    return list.build();
  }

  /** People whom a change affects. */
  static JsonObjectBuilder impact(String key, OfficeImpact.Kind kind, String subject, int people) {
    return Jsons.object()
        .add("key", key)
        .add("kind", kind.name())
        .add("subject", subject)
        .add("people", people);
  }

  static JsonArrayBuilder texts(Collection<String> texts) {
    JsonArrayBuilder list = Jsons.array();
    texts.forEach(list::add);
    return list;
  }
}
