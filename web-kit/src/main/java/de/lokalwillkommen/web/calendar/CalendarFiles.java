package de.lokalwillkommen.web.calendar;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.ticketing.VisitorKey;
import de.lokalwillkommen.web.page.InstallationName;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes appointments as iCalendar files, in the language of their visitors. Only applications that
 * carry the library biweekly can do so.
 */
@ApplicationScoped
public class CalendarFiles {

  /** The format requires an organiser, even if no mail address exists (RFC 2606). */
  private static final String NO_REPLY = "noreply@lokal-willkommen.invalid";

  private Texts texts;
  private InstallationName name;
  private VisitorKey key;
  private Clock clock;
  private String organizer;

  protected CalendarFiles() {}

  @Inject
  public CalendarFiles(
      Texts texts,
      InstallationName name,
      VisitorKey key,
      Clock clock,
      @ConfigProperty(name = "lw.mail.from") Optional<String> sender) {
    this.texts = texts;
    this.name = name;
    this.key = key;
    this.clock = clock;
    this.organizer = sender.orElse(NO_REPLY);
  }

  /**
   * The file of an appointment in its current state; that of a cancelled one removes it from the
   * calendar.
   *
   * @param language the language of its texts
   * @param page the whole address of the appointment's own page
   */
  public CalendarFile write(AppointmentView appointment, Language language, URI page) {
    return CalendarFile.of(
        appointment,
        new CalendarFile.Wording(
            key.uuidFor("appointment", appointment.id()),
            texts.office(language, appointment.office(), appointment.officeName()).text(),
            texts.get(language, "calendar.summary", name.get()),
            texts.get(language, "calendar.description", page),
            name.get(),
            organizer,
            page),
        clock.instant());
  }
}
