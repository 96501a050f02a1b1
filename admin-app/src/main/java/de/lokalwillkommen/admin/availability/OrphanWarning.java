package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.core.availability.ClosingEffect;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The appointments that a change would leave without hours or a desk. They are shown before
 * anything is saved; an appointment that has not been shown stops the change again, even if it was
 * booked in between.
 */
@Named
@RequestScoped
public class OrphanWarning {

  private static final String TOLD = "told";
  private static final String TOLD_WAITING = "toldWaiting";
  private static final String BETWEEN = " ";
  private static final int FEW = 5;

  private BookedDays days;
  private AvailabilityRequest asked;
  private AvailabilityInWords words;
  private PageTexts texts;

  private String action = "";
  private List<AppointmentView> appointments = List.of();
  private int waiting;

  protected OrphanWarning() {}

  @Inject
  OrphanWarning(
      BookedDays days, AvailabilityRequest asked, AvailabilityInWords words, PageTexts texts) {
    this.days = days;
    this.asked = asked;
    this.words = words;
    this.texts = texts;
  }

  /** The appointments for which the person has confirmed the change. */
  Set<Long> told() {
    return Stream.of(asked.word(TOLD).orElse("").split(BETWEEN))
        .filter(word -> word.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .collect(Collectors.toSet());
  }

  /** The people for whom the person has confirmed to close the office. */
  ClosingEffect.Told toldOfClosing() {
    return new ClosingEffect.Told(
        told(), asked.word(TOLD_WAITING).flatMap(SentValues::findNumber).orElse(0));
  }

  /** As {@link #letPass(String, List)}, also for those who wait in an office that closes today. */
  boolean letPass(String what, Optional<ClosingEffect> stoppedBy) {
    waiting = stoppedBy.map(ClosingEffect::waiting).orElse(0);
    return letPass(what, stoppedBy.map(ClosingEffect::booked).orElse(List.of()))
        && stoppedBy.isEmpty();
  }

  /**
   * Makes a change; returns false if appointments stop it, which are then shown.
   *
   * @param what the change, named as its button: {@code save}, {@code remove}, {@code except}
   */
  boolean letPass(String what, List<AppointmentView> stoppedBy) {
    action = what;
    appointments = stoppedBy;
    return stoppedBy.isEmpty();
  }

  /**
   * One appointment.
   *
   * @param code the booking code
   * @param when day and time on the office's clock
   * @param topic the key of its label, below {@code topic.}
   * @param day its day, as in the address of the day list
   */
  public record Orphan(String code, String when, String topic, LocalDate day) {}

  /** Whether the person can open them in the day list, which shows only the person's own office. */
  public boolean isLinked() {
    return days.areLinked();
  }

  /** The days of the appointments. */
  public List<BookedDays.Day> getDays() {
    SortedMap<LocalDate, Integer> counts = new TreeMap<>();
    getList().forEach(orphan -> counts.merge(orphan.day(), 1, Integer::sum));
    return days.of(counts);
  }

  /** Whether they are few enough to be listed one by one. */
  public boolean isFew() {
    return appointments.size() <= FEW;
  }

  public List<Orphan> getList() {
    return appointments.stream()
        .map(
            a ->
                new Orphan(
                    a.code().inGroups(),
                    words.moment(a.start(), a.zone(), texts.getLanguage()),
                    a.topic(),
                    LocalDate.ofInstant(a.start(), a.zone())))
        .toList();
  }

  public boolean isShown() {
    return waiting > 0 || !appointments.isEmpty();
  }

  /** How many people wait now in an office that would close today. */
  public int getWaiting() {
    return waiting;
  }

  /** Whether that change was stopped by them. */
  public boolean stops(String what) {
    return action.equals(what);
  }

  /** What the page sends back when the person confirms the change. */
  public String getTold() {
    return appointments.stream()
        .map(a -> Long.toString(a.id()))
        .collect(Collectors.joining(BETWEEN));
  }
}
