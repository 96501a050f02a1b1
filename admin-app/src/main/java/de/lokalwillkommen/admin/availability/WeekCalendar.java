package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.core.availability.AvailabilityView;
import de.lokalwillkommen.core.availability.AvailabilityView.Block;
import de.lokalwillkommen.core.timetable.FewerDesks;
import de.lokalwillkommen.core.timetable.WeeklyHours;
import de.lokalwillkommen.web.text.PageTexts;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.BiFunction;
import org.primefaces.model.DefaultScheduleEvent;
import org.primefaces.model.LazyScheduleModel;
import org.primefaces.model.ScheduleDisplayMode;

/**
 * The week of an office as PrimeFaces' calendar draws it: a box for the hours that a rule gives a
 * day, one for each exception, and the days on which the office is closed. Each box is a link to
 * what it shows. The page is stateless, so it is made anew for every request.
 */
final class WeekCalendar extends LazyScheduleModel {

  private static final long serialVersionUID = 1;

  private final transient AvailabilityView plan;
  private final transient AvailabilityInWords words;
  private final transient PageTexts texts;
  private final transient BiFunction<String, Object, String> link;

  /**
   * @param link the address that shows a rule or an exception, from what it is and its identifier
   */
  WeekCalendar(
      AvailabilityView plan,
      AvailabilityInWords words,
      PageTexts texts,
      BiFunction<String, Object, String> link) {
    this.plan = plan;
    this.words = words;
    this.texts = texts;
    this.link = link;
  }

  @Override
  public void loadEvents(LocalDateTime start, LocalDateTime end) {
    plan.blocks().forEach(this::add);
    plan.exceptions().forEach(this::add);
    plan.closedDays().forEach(this::addClosed);
  }

  private void add(Block block) {
    WeeklyHours hours =
        plan.rules().stream()
            .filter(r -> r.id() == block.rule())
            .map(AvailabilityView.Rule::hours)
            .findFirst()
            .orElseThrow();
    addEvent(
        DefaultScheduleEvent.builder()
            .title(
                lines(
                    AvailabilityInWords.span(hours.fromMinute(), hours.untilMinute()),
                    texts.of("availability.desks", block.desks()),
                    texts.of("availability.booked", block.booked(), capacity(block, hours))))
            .startDate(LocalDateTime.ofInstant(block.start(), plan.zone()))
            .endDate(LocalDateTime.ofInstant(block.end(), plan.zone()))
            .url(link.apply(AvailabilityRequest.RULE, block.rule()))
            .styleClass("hours")
            .build());
  }

  /** The number of appointments of one slot length that fit. */
  private static long capacity(Block block, WeeklyHours hours) {
    return block.desks()
        * Duration.between(block.start(), block.end())
            .dividedBy(Duration.ofMinutes(hours.slotMinutes()));
  }

  private void add(AvailabilityView.Exception exception) {
    FewerDesks fewer = exception.fewer();
    LocalDateTime midnight = fewer.day().atStartOfDay();
    String left = words.left(fewer, texts.getLanguage());
    addEvent(
        DefaultScheduleEvent.builder()
            .title(
                lines(
                    left,
                    AvailabilityInWords.span(fewer.fromMinute(), fewer.untilMinute()),
                    fewer.reason()))
            .startDate(midnight.plusMinutes(fewer.fromMinute()))
            .endDate(midnight.plusMinutes(fewer.untilMinute()))
            .url(link.apply(AvailabilityRequest.EXCEPTION, exception.id()))
            .styleClass("fewer")
            .build());
  }

  private static String lines(String... lines) {
    return String.join("\n", lines);
  }

  private void addClosed(AvailabilityView.ClosedDay closed) {
    addEvent(
        DefaultScheduleEvent.builder()
            .title(why(closed))
            .startDate(closed.day().atStartOfDay())
            .endDate(closed.day().plusDays(1).atStartOfDay())
            .display(ScheduleDisplayMode.BACKGROUND)
            .styleClass("closed")
            .build());
  }

  private String why(AvailabilityView.ClosedDay closed) {
    return closed
        .closed()
        .map(
            days ->
                days.reason().isEmpty()
                    ? texts.of("availability.closed")
                    : texts.of("availability.closed.reason", days.reason()))
        .orElseGet(() -> texts.of("availability.closed.holiday"));
  }
}
