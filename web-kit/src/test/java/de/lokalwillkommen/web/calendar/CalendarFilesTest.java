package de.lokalwillkommen.web.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.installation.InstallationProfile;
import de.lokalwillkommen.core.installation.LegalAddress;
import de.lokalwillkommen.core.installation.PrivacyContacts;
import de.lokalwillkommen.core.kernel.HostLocales;
import de.lokalwillkommen.core.ticketing.VisitorKey;
import de.lokalwillkommen.web.page.InstallationName;
import de.lokalwillkommen.web.text.Texts;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another implementation of the format reads the files as intended. */
class CalendarFilesTest {

  private static final String ADDRESS = "Schildplatz 7, Dortmund-Hörde";

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Instant TEN = Instant.parse("2026-03-03T09:00:00Z");
  private static final URI PAGE = URI.create("https://kiosk.example/kiosk/a/7K3MQ2XW");
  private static final Texts TEXTS = Texts.of("web");
  private static final InstallationName NAME =
      new InstallationName(
          () ->
              new InstallationProfile(
                  1,
                  "Anlaufstelle",
                  LegalAddress.NONE,
                  LegalAddress.NONE,
                  LegalAddress.NONE,
                  false,
                  Optional.empty(),
                  PrivacyContacts.NONE));

  private final CalendarFiles files =
      of(new VisitorKey(new byte[32]), Optional.of("termin@example.org"));

  private static CalendarFiles of(VisitorKey key, Optional<String> sender) {
    return new CalendarFiles(TEXTS, NAME, key, Clock.fixed(NOW, BERLIN), sender);
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en", "ar"})
  void anotherImplementationFindsNothingWrong(String language) {
    Calendar calendar = read(files.write(booked(TEN), TEXTS.language(language), PAGE));

    assertThat(calendar.validate()).extracting(ValidationResult::hasErrors).isEqualTo(false);
    assertThat(calendar.getComponents()).hasSize(1);
    assertThat(property(event(calendar), "SUMMARY"))
        .isEqualTo(TEXTS.get(TEXTS.language(language), "calendar.summary", "Anlaufstelle"));
    assertThat(property(event(calendar), "DESCRIPTION")).endsWith(": " + PAGE);
    assertThat(property(event(calendar), "URL")).isEqualTo(PAGE.toString());
    assertThat(property(event(calendar), "ORGANIZER")).isEqualTo("mailto:termin@example.org");
    assertThat(property(event(calendar), "DTSTAMP")).isEqualTo("20260302T080000Z");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-15T10:00", "2026-07-15T10:00", "2026-03-29T03:00", "2026-10-25T01:30"})
  void itIsAtTheRightLocalTimeInWinterAndInSummer(LocalDateTime local) {
    Instant start = local.atZone(BERLIN).toInstant();

    VEvent event = event(read(german(booked(start))));

    assertThat(instant(event, "DTSTART").atZone(BERLIN).toLocalDateTime()).isEqualTo(local);
    assertThat(Duration.between(start, instant(event, "DTEND"))).hasMinutes(30);
  }

  @ParameterizedTest
  @MethodSource("de.lokalwillkommen.core.kernel.HostLocales#tags")
  void itIsTheSameWhateverTheHostSpeaks(String host) {
    assertThat(HostLocales.on(host, () -> german(booked(TEN)))).isEqualTo(german(booked(TEN)));
    assertThat(german(booked(TEN)).text()).contains("DTSTART:20260303T090000Z");
  }

  @Test
  void aLaterFileReplacesTheEarlierOne() {
    VEvent first = event(read(german(booked(TEN))));
    VEvent moved = event(read(german(appointment(TEN, AppointmentStatus.BOOKED, "Hörde", 1))));

    assertThat(property(moved, "UID")).isEqualTo(property(first, "UID"));
    assertThat(sequence(first)).isZero();
    assertThat(sequence(moved)).isEqualTo(1);
  }

  @Test
  void theFileOfACancelledAppointmentTakesItOutOfTheCalendar() {
    VEvent moved = event(read(german(appointment(TEN, AppointmentStatus.BOOKED, "Hörde", 1))));
    CalendarFile file = german(appointment(TEN, AppointmentStatus.CANCELLED, "Hörde", 1));
    Calendar calendar = read(file);

    assertThat(file.method()).isEqualTo("CANCEL");
    assertThat(calendar.validate()).extracting(ValidationResult::hasErrors).isEqualTo(false);
    assertThat(calendar.getProperty("METHOD").orElseThrow().getValue()).isEqualTo("CANCEL");
    assertThat(property(event(calendar), "STATUS")).isEqualTo("CANCELLED");
    assertThat(property(event(calendar), "UID")).isEqualTo(property(moved, "UID"));
    assertThat(sequence(event(calendar))).isGreaterThan(sequence(moved));
  }

  @Test
  void signsOfTheFormatInANameDoNoHarm() {
    String name = "Büro; Hof, 2. Stock\\links \"West\"";

    VEvent event = event(read(german(appointment(TEN, AppointmentStatus.BOOKED, name, 0))));

    assertThat(property(event, "LOCATION")).isEqualTo(name + ", " + ADDRESS);
  }

  @Test
  void noLineIsLongerThanTheFormatAllows() {
    String name = "مكتب الحي في هورده ".repeat(12).strip();
    CalendarFile file =
        files.write(
            appointment(TEN, AppointmentStatus.BOOKED, name, 0), TEXTS.language("ar"), PAGE);

    assertThat(file.text().split("\r\n", -1))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
        .anyMatch(line -> line.startsWith(" "));
    assertThat(file.text().replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(property(event(read(file)), "LOCATION")).isEqualTo(name + ", " + ADDRESS);
  }

  @Test
  void nothingTellsTheTopicAndTheIdentifierIsNotTheCode() {
    CalendarFile file = german(booked(TEN));

    assertThat(file.text())
        .doesNotContain("residence", TEXTS.get(TEXTS.language("de"), "topic.residence"));
    assertThat(property(event(read(file)), "UID")).doesNotContain("7K3M", "4711");
    assertThat(property(event(read(file)), "CLASS")).isEqualTo("PRIVATE");
  }

  @Test
  void noOtherInstallationCallsAnAppointmentTheSame() {
    byte[] secret = new byte[32];
    secret[0] = 1;
    CalendarFiles elsewhere = of(new VisitorKey(secret), Optional.empty());

    String there =
        property(event(read(elsewhere.write(booked(TEN), TEXTS.language("de"), PAGE))), "UID");

    assertThat(UUID.fromString(there))
        .isNotEqualTo(UUID.fromString(property(event(read(german(booked(TEN)))), "UID")));
    assertThat(UUID.fromString(there).version()).isEqualTo(8);
  }

  @Test
  void withoutMailTheOrganiserHasNoRealAddress() {
    CalendarFiles silent = of(new VisitorKey(new byte[32]), Optional.empty());

    Calendar calendar = read(silent.write(booked(TEN), TEXTS.language("de"), PAGE));

    assertThat(property(event(calendar), "ORGANIZER")).endsWith(".invalid");
    assertThat(calendar.validate()).extracting(ValidationResult::hasErrors).isEqualTo(false);
  }

  private CalendarFile german(AppointmentView appointment) {
    return files.write(appointment, TEXTS.language("de"), PAGE);
  }

  private static AppointmentView booked(Instant start) {
    return appointment(start, AppointmentStatus.BOOKED, "Hörde", 0);
  }

  private static AppointmentView appointment(
      Instant start, AppointmentStatus status, String officeName, int moves) {
    return new AppointmentView(
        4711,
        new BookingCode("7K3MQ2XW"),
        "hoerde",
        officeName,
        Optional.of(ADDRESS),
        BERLIN,
        "residence",
        "de",
        start,
        start.plus(Duration.ofMinutes(30)),
        status,
        Channel.KIOSK,
        Optional.empty(),
        true,
        moves,
        Optional.empty(),
        Optional.empty());
  }

  private static Calendar read(CalendarFile file) {
    try {
      return new CalendarBuilder().build(new StringReader(file.text()));
    } catch (IOException | ParserException e) {
      throw new AssertionError(e);
    }
  }

  private static VEvent event(Calendar calendar) {
    return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
  }

  private static int sequence(VEvent event) {
    return Integer.parseInt(property(event, "SEQUENCE"));
  }

  private static Instant instant(VEvent event, String property) {
    return Instant.from(event.<DateProperty<?>>getProperty(property).orElseThrow().getDate());
  }

  private static String property(VEvent event, String name) {
    return event.getProperty(name).orElseThrow().getValue();
  }
}
