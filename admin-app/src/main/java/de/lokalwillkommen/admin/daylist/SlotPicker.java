package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.BookingByStaff;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.booking.SlotQuery;
import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The free slots from which staff chooses one, including those reserved for staff: the next ones,
 * or all of one day.
 */
@Named
@RequestScoped
public class SlotPicker {

  private static final int NEXT = 6;

  private BookingByStaff booking;
  private SpokenLanguages languages;
  private PageTexts texts;
  private CommandParameters asked;
  private CurrentWorkplace here;
  private CurrentUser me;

  private List<Choice> choices = List.of();

  protected SlotPicker() {}

  @Inject
  SlotPicker(
      BookingByStaff booking,
      SpokenLanguages languages,
      PageTexts texts,
      CommandParameters asked,
      CurrentWorkplace here,
      CurrentUser me) {
    this.booking = booking;
    this.languages = languages;
    this.texts = texts;
    this.asked = asked;
    this.here = here;
    this.me = me;
  }

  /**
   * One slot to choose.
   *
   * @param id its identifier
   * @param day its day in words; the empty string if a day was requested
   * @param at when it begins, on the office's clock
   */
  public record Choice(String id, String day, String at) {}

  /** Finds free slots for a topic and a language, on the requested day if there is one. */
  public void look() {
    ZoneId zone = here.office().zone();
    Optional<BusinessDay> on = day().map(day -> new BusinessDay(day, zone));
    Optional<Instant> from = on.map(BusinessDay::begin);
    Optional<Instant> to = on.map(BusinessDay::end);
    SlotQuery query =
        new SlotQuery(
            Optional.of(here.getOfficeId()),
            topic(),
            language(),
            Channel.STAFF,
            from,
            to,
            on.isPresent() ? SlotQuery.MOST : NEXT);
    choices = booking.listSlots(me.get(), query).stream().map(this::choice).toList();
  }

  public List<Choice> getChoices() {
    return choices;
  }

  /** The requested day in words; the empty string if the next slots are shown. */
  public String getDay() {
    return day().map(day -> Moments.dayAndYear(day, texts.getLanguage())).orElse("");
  }

  String topic() {
    return asked.word("topic").orElse("");
  }

  String language() {
    return asked.word("language").filter(languages::includes).orElse(Texts.FIRST);
  }

  /**
   * The chosen slot.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if none was
   */
  Slot.Id chosen() {
    return asked
        .word("slot")
        .flatMap(Slot.Id::find)
        .orElseThrow(() -> Refusal.of(Kind.INVALID, "slot.choose").asException());
  }

  private Optional<LocalDate> day() {
    return asked.day("on");
  }

  private Choice choice(Slot slot) {
    ZoneId zone = here.office().zone();
    return new Choice(
        slot.id().toString(),
        day().isPresent() ? "" : Moments.briefDay(slot.start(), zone, texts.getLanguage()),
        Moments.time(slot.start(), zone));
  }
}
