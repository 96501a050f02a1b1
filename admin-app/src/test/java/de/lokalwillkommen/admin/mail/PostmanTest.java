package de.lokalwillkommen.admin.mail;

import static de.lokalwillkommen.core.ticketing.TicketFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.booking.BookingOffice;
import de.lokalwillkommen.core.booking.BookingWish;
import de.lokalwillkommen.core.booking.Channel;
import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.TestClock;
import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.ticketing.VisitorKey;
import de.lokalwillkommen.core.waitlist.PartOfDay;
import de.lokalwillkommen.core.waitlist.WaitlistWish;
import de.lokalwillkommen.web.calendar.CalendarFiles;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters as they arrive at a real mail server. */
class PostmanTest {

  private static final VisitorKey KEY = new VisitorKey(new byte[32]);
  private static final String LOOPBACK = "127.0.0.1";
  private static final String PAGES = "https://kiosk.example";
  private static final String FROM = "termin@example.org";
  private static final String VISITOR = "visitor@example.net";
  private static final Instant THREE = TEN.plus(Duration.ofHours(5));
  private static final Instant FOUR = TEN.plus(Duration.ofHours(6));
  private static final Duration WEEK = Duration.ofDays(7);

  private static final Texts TEXTS = Texts.of("admin");
  private final GreenMail mails =
      new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
  private final AddressLimit limit = new AddressLimit();
  private final BookingDesk desk =
      new BookingDesk(OfficeFixture.hoerde())
          .with("hoerde", BookingOffice.hours(DayOfWeek.MONDAY, 11, 17, 2));

  @BeforeEach
  void open() {
    mails.start();
  }

  @AfterEach
  void close() {
    mails.stop();
  }

  @ParameterizedTest
  @EnumSource
  void everyLetterIsWrittenInTheVisitorsLanguageFromLeftToRight(LetterKind kind) throws Exception {
    assertSpeaks(kind, TEXTS.language("de"), "ltr");
  }

  @ParameterizedTest
  @EnumSource
  void everyLetterIsWrittenInTheVisitorsLanguageFromRightToLeft(LetterKind kind) throws Exception {
    assertSpeaks(kind, TEXTS.language("ar"), "rtl");
  }

  private void assertSpeaks(LetterKind kind, Language language, String direction) throws Exception {
    MimeMessage letter = delivered(kind, language.tag());
    List<BodyPart> parts = parts(letter);
    String plain = (String) parts.get(0).getContent();
    String html = (String) parts.get(1).getContent();
    String words = TEXTS.get(language, "letter." + kind + ".text");

    assertThat(letter.getSubject()).contains("15:00");
    assertThat(letter.getHeader("Content-Language")).containsExactly(language.tag());
    assertThat(plain).contains(words, "Hörde", "15:00", "15:30", page(kind));
    assertThat(html)
        .contains(words, "Hörde", "15:00", "15:30")
        .contains("<html lang=\"" + language.tag() + "\" dir=\"" + direction + "\">")
        .contains("<a href=\"" + page(kind));
    assertThat(letter.getSubject() + plain + html)
        .doesNotContain("{", TEXTS.get(language, "topic." + OfficeFixture.HOUSING));
  }

  private static String page(LetterKind kind) {
    return PAGES + (kind == LetterKind.OFFER ? "/kiosk/o/" : "/kiosk/a/");
  }

  @Test
  void movingAnAppointmentToAndFroFloodsNoMailbox() throws Exception {
    BookingCode code = booked(VISITOR, THREE, "de").code();
    for (int turn = 0; turn < 2 * AddressLimit.LETTERS; turn++) {
      Instant start = turn % 2 == 0 ? FOUR : THREE;
      desk.booking.move(code, new Slot.Id("hoerde", start), Channel.OUTSIDE);
      postman(settings()).deliver();
    }
    booked("other@example.net", FOUR.plus(Duration.ofMinutes(30)), "de");
    postman(settings()).deliver();

    assertThat(received()).hasSize(AddressLimit.LETTERS + 1);
    assertThat(received().get(AddressLimit.LETTERS).getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("other@example.net");
  }

  @Test
  void theSubjectSaysWhenAndNothingElse() throws Exception {
    assertThat(delivered(LetterKind.BOOKED, "de").getSubject())
        .isEqualTo("Ihr Termin am Montag, 23. November, um 15:00 Uhr");
    assertThat(delivered(LetterKind.CANCELLED, "de").getSubject())
        .isEqualTo("Abgesagt: Ihr Termin am Montag, 23. November, um 15:00 Uhr");
  }

  @Test
  void itComesFromTheOfficesAndNoMachineAnswersIt() throws Exception {
    MimeMessage letter = delivered(LetterKind.BOOKED, "de");

    InternetAddress from = (InternetAddress) letter.getFrom()[0];
    assertThat(from.getAddress()).isEqualTo(FROM);
    assertThat(from.getPersonal()).isEqualTo("Anlaufstelle");
    assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(VISITOR);
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(letter.getSentDate()).isEqualTo(TEN);
    assertThat(letter.getMessageID()).matches("<[0-9a-f-]{36}@example.org>");
  }

  @ParameterizedTest
  @EnumSource(names = {"BOOKED", "MOVED", "CANCELLED", "TOMORROW"})
  void lettersWithACalendarChangeHaveAFile(LetterKind kind) throws Exception {
    MimeMessage letter = delivered(kind, "de");
    BodyPart attachment = parts(letter).get(2);
    String method = kind == LetterKind.CANCELLED ? "CANCEL" : "PUBLISH";

    assertThat(attachment.getContentType())
        .containsIgnoringCase("text/calendar")
        .containsIgnoringCase("charset=UTF-8")
        .contains("method=" + method);
    Calendar calendar = calendar(attachment);
    assertThat(calendar.validate().hasErrors()).isFalse();
    assertThat(calendar.getProperty("METHOD").orElseThrow().getValue()).isEqualTo(method);
    assertThat(value(calendar, "DTSTART")).isEqualTo("20261123T140000Z");
    assertThat(value(calendar, "ORGANIZER")).isEqualTo("mailto:" + FROM);
    assertThat(value(calendar, "URL")).startsWith(page(kind));
  }

  @Test
  void theCancellationTakesOutWhatTheBookingPutIntoTheCalendar() throws Exception {
    AppointmentView appointment = booked(VISITOR, THREE, "de");
    postman(settings()).deliver();
    desk.booking.cancel(appointment.code(), Actor.VISITOR);
    postman(settings()).deliver();

    Calendar booking = calendar(parts(received().get(0)).get(2));
    Calendar cancellation = calendar(parts(received().get(1)).get(2));
    assertThat(value(cancellation, "UID")).isEqualTo(value(booking, "UID"));
    assertThat(Integer.parseInt(value(cancellation, "SEQUENCE")))
        .isGreaterThan(Integer.parseInt(value(booking, "SEQUENCE")));
  }

  @Test
  void afterTheCancellationTheAddressIsForgotten() {
    AppointmentView appointment = booked(VISITOR, THREE, "de");
    desk.booking.cancel(appointment.code(), Actor.VISITOR);
    assertThat(desk.booking.look(appointment.code()).hasContact()).isTrue();

    postman(settings()).deliver();

    assertThat(received()).hasSize(1);
    assertThat(desk.booking.look(appointment.code()).hasContact()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"SOON", "OFFER"})
  void lettersWithoutACalendarChangeHaveNoFile(LetterKind kind) throws Exception {
    assertThat(parts(delivered(kind, "de"))).hasSize(2);
  }

  @Test
  void theReminderBringsTheFileOfTheBookingAgain() throws Exception {
    MimeMessage reminder = delivered(LetterKind.TOMORROW, "de");

    assertThat(received()).hasSize(2);
    Calendar booking = calendar(parts(received().get(0)).get(2));
    Calendar again = calendar(parts(reminder).get(2));
    assertThat(value(again, "UID")).isEqualTo(value(booking, "UID"));
    assertThat(value(again, "SEQUENCE")).isEqualTo(value(booking, "SEQUENCE"));
  }

  @ParameterizedTest
  @EnumSource
  void lettersLinkToTheCancellationIfItIsPossible(LetterKind kind) throws Exception {
    boolean cancellable = kind != LetterKind.CANCELLED && kind != LetterKind.OFFER;
    List<BodyPart> parts = parts(delivered(kind, "de"));

    for (BodyPart form : parts.subList(0, 2)) {
      // as a mail program reads it
      String text = form.getContent().toString().replace("&#x3D;", "=");
      assertThat(text.contains("Termin absagen")).isEqualTo(cancellable);
      assertThat(Pattern.compile("/kiosk/a/\\w{8}\\?step=cancel").matcher(text).find())
          .isEqualTo(cancellable);
    }
  }

  @Test
  void whileTheMailServerIsAwayLettersWaitAndThenComeOnce() {
    booked(VISITOR, THREE, "de");
    Map<String, String> settings = settings();
    mails.stop();
    for (int i = 0; i < 12; i++) {
      postman(settings).deliver();
      desk.clock.passes(Duration.ofMinutes(15));
    }

    GreenMail again = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
    again.start();
    try {
      settings.put("lw.mail.port", String.valueOf(again.getSmtp().getPort()));
      desk.clock.passes(Duration.ofMinutes(30));
      postman(settings).deliver();
      // the booking, and by now the reminder of it
      assertThat(again.getReceivedMessages()).hasSize(2);
      desk.clock.passes(Duration.ofMinutes(30));
      postman(settings).deliver();
      assertThat(again.getReceivedMessages()).hasSize(2);
    } finally {
      again.stop();
    }
  }

  /** Letters that have been taken become due again after a minute. */
  @Test
  void aRoundEndsAfterFifteenSecondsAndTheRestIsSentInAnother() {
    booked(VISITOR, THREE, "de");
    booked("other@example.net", FOUR, "de");
    Instant begin = desk.clock.instant();
    Iterator<Instant> looks =
        List.of(begin, begin.plusSeconds(15), begin.plusSeconds(15).plusNanos(1)).iterator();
    Clock slow =
        new TestClock(begin) {
          @Override
          public Instant instant() {
            return looks.next();
          }
        };

    postman(settings(), slow).deliver();
    assertThat(received()).hasSize(1);

    desk.clock.passes(Duration.ofMinutes(1));
    postman(settings()).deliver();
    assertThat(received()).hasSize(2);
  }

  @Test
  void anUnknownRecipientIsDroppedAfterSomeAttempts() throws Exception {
    booked("nobody@example.net", THREE.plus(WEEK), "de");
    try (GrumpyMailServer grumpy = new GrumpyMailServer()) {
      for (int i = 0; i < 12; i++) {
        postman(settingsFor(grumpy.port())).deliver();
        desk.clock.passes(Duration.ofMinutes(30));
      }
      assertThat(grumpy.refusals).hasValue(8);
    }
    postman(settings()).deliver();
    assertThat(received()).isEmpty();
  }

  @Test
  void aLetterThatIsNotAcceptedDoesNotKeepTheOthers() throws Exception {
    booked("nobody@example.net", THREE, "de");
    booked(VISITOR, FOUR, "de");
    try (GrumpyMailServer grumpy = new GrumpyMailServer()) {
      postman(settingsFor(grumpy.port())).deliver();

      assertThat(grumpy.refusals).hasValue(1);
      assertThat(grumpy.taken).singleElement().asString().contains(VISITOR);
      assertThat(grumpy.connections).hasValue(1);
    }
  }

  @Test
  void theLogContainsNoAddress() throws Exception {
    booked("nobody@example.net", THREE, "de");
    List<String> lines = new ArrayList<>();
    Logger log = Logger.getLogger("de.lokalwillkommen");
    Handler listening = listening(lines);
    log.addHandler(listening);
    try (GrumpyMailServer grumpy = new GrumpyMailServer()) {
      postman(settingsFor(grumpy.port())).deliver();
    } finally {
      log.removeHandler(listening);
    }

    assertThat(lines).singleElement().asString().contains("was not accepted").doesNotContain("@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"starttls", "tls"})
  void nothingIsSentInClearWhereEncryptionIsAskedFor(String tls) {
    booked(VISITOR, THREE, "de");
    Map<String, String> settings = settings();
    settings.put("lw.mail.tls", tls);

    postman(settings).deliver();
    assertThat(received()).isEmpty();

    desk.clock.passes(Duration.ofMinutes(2));
    postman(settings()).deliver();
    assertThat(received()).hasSize(1);
  }

  @Test
  void withoutAMailServerLettersStayWhereTheyAre() {
    booked(VISITOR, THREE, "de");

    postman(Map.of()).deliver();

    assertThat(desk.posting.takeDue(10)).hasSize(1);
  }

  /** The letters of an appointment on Monday at three o'clock. */
  private MimeMessage delivered(LetterKind kind, String language) {
    switch (kind) {
      case BOOKED -> booked(VISITOR, THREE, language);
      case MOVED -> {
        AppointmentView appointment = booked(VISITOR, FOUR, language);
        desk.booking.move(appointment.code(), new Slot.Id("hoerde", THREE), Channel.OUTSIDE);
      }
      case CANCELLED ->
          desk.booking.cancel(booked("other@example.net", THREE, language).code(), Actor.VISITOR);
      case TOMORROW -> {
        desk.clock.is(TEN.minus(WEEK));
        booked(VISITOR, THREE, language);
        postman(settings()).deliver();
        desk.clock.is(THREE.minus(Duration.ofHours(24)));
      }
      case SOON -> {
        booked(VISITOR, THREE, language);
        postman(settings()).deliver();
        desk.clock.is(THREE.minus(Duration.ofHours(2)));
      }
      case OFFER -> {
        BookingCode freed = desk.booked("hoerde", THREE).code();
        desk.booked("hoerde", THREE);
        BookingCode later = booked(VISITOR, FOUR, language).code();
        desk.waiting.join(earlierThan(later, language));
        desk.booking.cancel(freed, Actor.VISITOR);
      }
    }
    postman(settings()).deliver();
    List<MimeMessage> all = received();
    return all.get(all.size() - 1);
  }

  private AppointmentView booked(String mail, Instant start, String language) {
    BookingWish wish =
        new BookingWish(
            new Slot.Id("hoerde", start),
            OfficeFixture.HOUSING,
            language,
            Channel.KIOSK,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    BookingCode code = desk.booking.hold(wish).appointment().code();
    return desk.booking.confirm(code, Optional.of(new Contact(mail)));
  }

  private static WaitlistWish earlierThan(BookingCode code, String language) {
    return new WaitlistWish(
        OfficeFixture.HOUSING,
        language,
        Set.of("hoerde"),
        LocalDate.of(2026, 11, 23),
        LocalDate.of(2026, 12, 23),
        PartOfDay.ANY,
        Optional.of(code),
        Optional.of(new Contact(VISITOR)),
        Optional.empty());
  }

  private Postman postman(Map<String, String> settings) {
    return postman(settings, desk.clock);
  }

  /** A postman whose clock differs from the office's. */
  private Postman postman(Map<String, String> settings, Clock watch) {
    MailServer server = new MailServer(name -> Optional.ofNullable(settings.get(name)));
    LetterMessages messages =
        new LetterMessages(
            server,
            new LetterWords(TEXTS, NamedInstallation.NAME),
            new CalendarFiles(TEXTS, NamedInstallation.NAME, KEY, desk.clock, Optional.of(FROM)),
            KEY,
            NamedInstallation.NAME,
            desk.clock);
    return new Postman(server, desk.posting, messages, limit, watch);
  }

  private Map<String, String> settings() {
    return settingsFor(mails.getSmtp().getPort());
  }

  private static Map<String, String> settingsFor(int port) {
    return new HashMap<>(
        Map.of(
            "lw.mail.host", LOOPBACK,
            "lw.mail.port", String.valueOf(port),
            "lw.mail.from", FROM,
            "lw.mail.pages", PAGES,
            "lw.mail.tls", "none"));
  }

  private List<MimeMessage> received() {
    return List.of(mails.getReceivedMessages());
  }

  /** The text, the same as HTML, and what is attached. */
  private static List<BodyPart> parts(MimeMessage letter) throws IOException, MessagingException {
    List<BodyPart> parts = new ArrayList<>();
    Multipart whole = (Multipart) letter.getContent();
    Multipart texts = (Multipart) whole.getBodyPart(0).getContent();
    for (int i = 0; i < texts.getCount(); i++) {
      parts.add(texts.getBodyPart(i));
    }
    for (int i = 1; i < whole.getCount(); i++) {
      parts.add(whole.getBodyPart(i));
    }
    return parts;
  }

  private static Calendar calendar(BodyPart attachment)
      throws IOException, MessagingException, ParserException {
    try (InputStream in = attachment.getInputStream()) {
      return new CalendarBuilder().build(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }

  private static String value(Calendar calendar, String property) {
    VEvent event = calendar.<VEvent>getComponent("VEVENT").orElseThrow();
    return event.getProperty(property).orElseThrow().getValue();
  }

  private static Handler listening(List<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(new SimpleFormatter().format(line));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
