package de.lokalwillkommen.admin.mail;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.OfficeReason;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.core.letters.MailDraft;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.waitlist.OfferStatus;
import de.lokalwillkommen.core.waitlist.OfferView;
import de.lokalwillkommen.web.page.VisitorPage;
import de.lokalwillkommen.web.text.InventedData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Letters about an appointment that no visitor has, on which editors see how a text looks. */
@ApplicationScoped
public class LetterSample {

  private static final BookingCode CODE = new BookingCode("22222222");
  private static final long NO_LETTER = -1;

  private LetterWords words;
  private OfficeDirectory offices;
  private Clock clock;

  protected LetterSample() {}

  @Inject
  LetterSample(LetterWords words, OfficeDirectory offices, Clock clock) {
    this.words = words;
    this.offices = offices;
    this.clock = clock;
  }

  /**
   * The letter in which a text stands, as a page.
   *
   * @param key the key of the text below {@code letter.}
   * @param language the tag of the language of the letter
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} while there is no office
   */
  public String html(String key, String language) {
    OfficeProfile office =
        offices.list().stream()
            .findFirst()
            .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "office.unknown").asException());
    LetterKind kind = kindOf(key);
    AppointmentView appointment = appointment(office, language, reasonOf(key));
    MailDraft draft =
        new MailDraft(
            NO_LETTER,
            kind,
            new Contact("name@example.org"),
            language,
            appointment,
            Optional.of(offer(appointment)).filter(offer -> kind == LetterKind.OFFER),
            Optional.of(CODE).filter(code -> kind == LetterKind.OFFER));
    return words.say(draft, VisitorPage.appointment(CODE.value()).onServer()).html();
  }

  /** The kind of letters that has the text; one about a booking has those that all have. */
  private static LetterKind kindOf(String key) {
    if (key.startsWith("why.")) {
      return LetterKind.CANCELLED;
    }
    if (key.startsWith("until") || key.equals("at")) {
      return LetterKind.OFFER;
    }
    return Arrays.stream(LetterKind.values())
        .filter(kind -> key.startsWith(kind + "."))
        .findFirst()
        .orElse(LetterKind.BOOKED);
  }

  private static Optional<OfficeReason> reasonOf(String key) {
    return Arrays.stream(OfficeReason.values())
        .filter(reason -> key.equals("why." + reason))
        .findFirst();
  }

  private AppointmentView appointment(
      OfficeProfile office, String language, Optional<OfficeReason> why) {
    Instant start = InventedData.start(clock.instant(), office.zone());
    return new AppointmentView(
        NO_LETTER,
        CODE,
        office.id(),
        office.name(),
        office.address(),
        office.zone(),
        "other",
        language,
        start,
        start.plus(Duration.ofMinutes(30)),
        AppointmentStatus.BOOKED,
        Channel.OUTSIDE,
        Optional.empty(),
        true,
        0,
        Optional.empty(),
        why);
  }

  private OfferView offer(AppointmentView appointment) {
    return new OfferView(
        "sample",
        appointment.office(),
        appointment.officeName(),
        appointment.zone(),
        appointment.start(),
        appointment.end(),
        clock.instant().plus(Duration.ofHours(2)),
        OfferStatus.OPEN);
  }
}
