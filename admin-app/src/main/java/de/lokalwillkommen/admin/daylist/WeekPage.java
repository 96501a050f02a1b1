package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.page.TopicChoice;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingByStaff;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The choices of the week view, and booking a free time in it. */
@Named
@RequestScoped
public class WeekPage {

  private BookingByStaff booking;
  private SpokenLanguages languages;
  private PageTexts texts;
  private CommandParameters asked;
  private CurrentWorkplace here;
  private CurrentUser me;
  private ExternalContext browser;

  protected WeekPage() {}

  @Inject
  WeekPage(
      BookingByStaff booking,
      SpokenLanguages languages,
      PageTexts texts,
      CommandParameters asked,
      CurrentWorkplace here,
      CurrentUser me,
      ExternalContext browser) {
    this.booking = booking;
    this.languages = languages;
    this.texts = texts;
    this.asked = asked;
    this.here = here;
    this.me = me;
    this.browser = browser;
  }

  /** Redirects people who work in no office. */
  public String enter() {
    return me.get().office().isPresent() ? null : "start?faces-redirect=true";
  }

  /** Books the chosen time. */
  public void book() throws IOException {
    Slot.Id slot = slot().orElseThrow(() -> Refusal.of(Kind.INVALID, "slot.choose").asException());
    AppointmentView booked =
        booking.book(
            me.get(), slot, getTopic(), getLanguage(), asked.word("mail").map(Contact::new));
    browser.redirect(
        browser.getRequestContextPath()
            + "/week?week="
            + booked.start().atZone(booked.zone()).toLocalDate()
            + "&topic="
            + getTopic()
            + "&language="
            + getLanguage()
            + "&booked="
            + booked.code().value());
  }

  private Optional<Slot.Id> slot() {
    return asked.word("slot").flatMap(Slot.Id::find);
  }

  /** The chosen time as the form sends it; the empty string if none was chosen. */
  public String getSlot() {
    return slot().map(Slot.Id::toString).orElse("");
  }

  /** The chosen time in words. */
  public String getSlotInWords() {
    return slot()
        .map(
            slot ->
                texts.of(
                    "appointment.when",
                    Moments.dayAndYear(slot.start(), here.office().zone(), texts.getLanguage()),
                    Moments.time(slot.start(), here.office().zone())))
        .orElse("");
  }

  /** The code of the appointment that was just booked; the empty string if none was. */
  public String getBooked() {
    return asked.word("booked").flatMap(BookingCode::find).map(BookingCode::value).orElse("");
  }

  /** The same code in groups. */
  public String getBookedInGroups() {
    return BookingCode.find(getBooked()).map(BookingCode::inGroups).orElse("");
  }

  /** The topics for which this office makes appointments. */
  public List<TopicChoice> getTopics() {
    return here.office().topics().stream()
        .filter(TopicProfile::bookable)
        .map(TopicChoice::of)
        .toList();
  }

  /** The chosen topic, or the first one; the empty string if the office books none. */
  public String getTopic() {
    List<String> known = getTopics().stream().map(TopicChoice::id).toList();
    return asked
        .word("topic")
        .filter(known::contains)
        .orElseGet(() -> known.stream().findFirst().orElse(""));
  }

  public List<Language> getSpokenLanguages() {
    return languages.list();
  }

  public String getLanguage() {
    return asked.word("language").filter(languages::includes).orElse(Texts.FIRST);
  }
}
