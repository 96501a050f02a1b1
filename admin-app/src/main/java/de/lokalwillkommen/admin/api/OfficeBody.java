package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.core.arranging.OfficeChanges;
import de.lokalwillkommen.core.arranging.OfficeSettings;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.CounterSign;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.offices.OpeningTimes;
import de.lokalwillkommen.core.offices.WallClock;
import de.lokalwillkommen.core.offices.WeekRhythm;
import de.lokalwillkommen.web.rest.JsonBody;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller sends about an office: members that are not named stay as they are, null removes
 * what may be missing (RFC 7396).
 */
record OfficeBody(JsonBody body) {

  private static final Set<String> DATA =
      Set.of(
          "name",
          "address",
          "zone",
          "region",
          "credit",
          "lateAfter",
          "recallLimit",
          "waitingLimit",
          "lastTicketMinutes",
          "publishesEstimate",
          "languages");

  /** The anchor of times that hold in every week. */
  private static final LocalDate ANY_WEEK = LocalDate.of(2024, 1, 1);

  private static final int TEXT = 400;
  private static final int WORD = 40;

  /** What it changes of an office. */
  OfficeChanges changesOf(OfficeSettings office) {
    boolean changesData = DATA.stream().anyMatch(body::names);
    return new OfficeChanges(
        changesData ? Optional.of(dataFrom(office.data())) : Optional.empty(),
        body.names("hours") ? Optional.of(times()) : Optional.empty(),
        body.names("topics") ? Optional.of(body.texts("topics", WORD)) : Optional.empty(),
        Optional.empty(),
        body.names("closedFrom")
            ? Optional.of(new OfficeChanges.Closing(body.findDay("closedFrom")))
            : Optional.empty());
  }

  /** The name, address and rules after the change. */
  private OfficeData dataFrom(OfficeData before) {
    return new OfficeData(
        body.names("name") ? body.text("name", TEXT) : before.name(),
        body.names("address") ? body.findText("address", TEXT).orElse("") : before.address(),
        body.names("zone") ? OfficeData.zone(body.text("zone", WORD)) : before.zone(),
        body.names("region") ? body.findText("region", WORD) : before.holidayRegion(),
        number("credit", before.creditMinutes()),
        number("lateAfter", before.lateAfterMinutes()),
        number("recallLimit", before.recallLimit()),
        body.names("waitingLimit") ? optionalNumber("waitingLimit") : before.waitingLimit(),
        number("lastTicketMinutes", before.lastTicketMinutes()),
        body.names("publishesEstimate")
            ? body.flag("publishesEstimate")
            : before.publishesEstimate(),
        body.names("languages") ? List.copyOf(body.texts("languages", WORD)) : before.languages());
  }

  /** The name and the place of a new office, with the usual rules unless others are named. */
  OfficeData data() {
    ZoneId zone = OfficeData.zone(body.findText("zone", WORD).orElse("Europe/Berlin"));
    return dataFrom(
        OfficeData.usual(body.text("name", TEXT), "", zone, body.findText("region", WORD)));
  }

  private int number(String field, int before) {
    return body.names(field) ? body.number(field) : before;
  }

  private Optional<Integer> optionalNumber(String field) {
    return body.findNumber(field).map(any -> body.number(field));
  }

  /** The opening times, in the order in which they are sent. */
  List<OpeningTimes> times() {
    return body.objects("hours").stream().map(OfficeBody::times).toList();
  }

  private static OpeningTimes times(JsonBody entry) {
    int from = entry.time("from").get(ChronoField.MINUTE_OF_DAY);
    LocalTime until = entry.time("until");
    int untilMinute =
        until.equals(LocalTime.MIDNIGHT)
            ? WallClock.MINUTES_OF_A_DAY
            : until.get(ChronoField.MINUTE_OF_DAY);
    return new OpeningTimes(
        entry.oneOf(DayOfWeek.class, "day"),
        from,
        untilMinute,
        rhythm(entry),
        entry.findDay("validFrom"),
        entry.findDay("validUntil"));
  }

  private static WeekRhythm rhythm(JsonBody entry) {
    int everyWeeks = entry.names("everyWeeks") ? entry.number("everyWeeks") : 1;
    if (everyWeeks < 1) {
      throw Refusal.of(Kind.INVALID, "office.everyWeeks").with("field", "hours").asException();
    }
    return new WeekRhythm(
        everyWeeks, everyWeeks == 1 ? entry.findDay("week").orElse(ANY_WEEK) : entry.day("week"));
  }

  /** The counters of a new office. */
  List<CounterSign> signs() {
    return body.objects("counters").stream()
        .map(entry -> new CounterSign(entry.text("label", WORD), entry.text("name", TEXT)))
        .toList();
  }

  /** The keys of the impacts on people that the caller accepts. */
  Set<String> accepted() {
    return body.texts("accept", TEXT);
  }
}
