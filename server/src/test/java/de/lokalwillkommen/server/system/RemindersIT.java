package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import de.lokalwillkommen.server.system.Browsing.Screen;
import jakarta.json.JsonObject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the server: letters to visitors, and messages of webhooks. */
class RemindersIT {

  private static final String API = "/kiosk/api/v1/";
  private static final String VISITOR = "amal.visitor@example.net";
  private static final String TRAVELLER = "noor.traveller@example.net";

  private static final GreenMail MAILS =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static RunningServer server;
  private static Api api;

  @BeforeAll
  static void start(@TempDir Path folder) {
    MAILS.start();
    server =
        RunningServer.demo(
            folder,
            "--mail-host",
            "127.0.0.1",
            "--mail-port",
            String.valueOf(MAILS.getSmtp().getPort()),
            "--mail-from",
            "termin@example.org",
            "--mail-tls",
            "none",
            "--webhook-hosts",
            "localhost");
    api = new Api(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    MAILS.stop();
  }

  @Test
  void aVisitorWithAnAddressGetsLettersAndCanCancelFromThere() throws Exception {
    JsonObject appointment = book("ar", VISITOR);
    String self = appointment.getJsonObject("links").getString("self");

    MimeMessage booking = letter(VISITOR, 1);
    assertThat(booking.getAllRecipients()).extracting(Object::toString).containsExactly(VISITOR);
    assertThat((String) texts(booking).getBodyPart(0).getContent())
        .contains(server.uri("/kiosk/a/" + appointment.getString("code")).toString());
    assertThat((String) texts(booking).getBodyPart(1).getContent())
        .contains("lang=\"ar\" dir=\"rtl\"");
    Calendar entry = calendar(booking);
    assertThat(start(entry)).isEqualTo(Instant.parse(appointment.getString("start")));

    Api.Answer file = api.get(self + "/calendar");
    assertThat(file.status()).as(file.body()).isEqualTo(200);
    assertThat(file.header("Content-Type").replace(" ", "").toLowerCase(Locale.ROOT))
        .isEqualTo("text/calendar;charset=utf-8");
    assertThat(file.header("Content-Disposition")).startsWith("attachment").contains(".ics");
    assertThat(value(read(file.body()), "UID")).isEqualTo(value(entry, "UID"));

    assertThat(api.delete(self).status()).isEqualTo(204);

    Calendar cancellation = calendar(letter(VISITOR, 2));
    assertThat(cancellation.getProperty("METHOD").orElseThrow().getValue()).isEqualTo("CANCEL");
    assertThat(value(cancellation, "STATUS")).isEqualTo("CANCELLED");
    assertThat(value(cancellation, "UID")).isEqualTo(value(entry, "UID"));
    assertThat(Integer.parseInt(value(cancellation, "SEQUENCE")))
        .isGreaterThan(Integer.parseInt(value(entry, "SEQUENCE")));
    assertThat(read(api.get(self + "/calendar").body()).getProperty("METHOD").orElseThrow())
        .hasToString("METHOD:CANCEL\r\n");
    assertThat(logs()).isNotEmpty().allSatisfy(log -> assertThat(log).doesNotContain(VISITOR));
  }

  @Test
  void anotherProgramIsToldOfANumberWithASignature() throws Exception {
    BlockingQueue<String[]> got = new LinkedBlockingQueue<>();
    HttpServer receiver = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    receiver.createContext(
        "/hook",
        exchange -> {
          Headers head = exchange.getRequestHeaders();
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          got.add(
              new String[] {
                head.getFirst("Webhook-Id") + "." + head.getFirst("Webhook-Timestamp") + "." + body,
                head.getFirst("Webhook-Signature"),
                body
              });
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    try (Browsing browsing = new Browsing()) {
      Page page = browsing.administration(server, "de");
      page.navigate(server.uri("/admin/webhooks?new=1").toString());
      page.fill("[id='name']", "Raumanzeige");
      page.fill("[id='address']", "http://internal.example/hook");
      page.locator("[id='events-ticket.issued']").check();
      page.locator("[id='saveWebhook']").press("Enter");
      assertThat(page.locator("[id='address']")).hasAttribute("aria-invalid", "true");
      assertThat(page.locator("[id='events-ticket.issued']")).isChecked();
      Browsing.picture(page, "webhook-refused-de");
      page.fill("[id='address']", "http://localhost:" + receiver.getAddress().getPort() + "/hook");
      page.locator("[id='saveWebhook']").press("Enter");
      String secret = page.locator("[id='secret']").textContent();
      page.locator("main a.button.primary").click();
      page.locator("[id='testWebhook']").press("Enter");
      assertThat(page.locator("main .notice.ok")).isVisible();

      assertThat(api.takeTicket("eving", "letters", "ar").status()).isEqualTo(201);
      // their order is not promised
      assertThat(signed(got, secret) + signed(got, secret))
          .contains("\"type\":\"webhook.test\"")
          .contains("\"type\":\"ticket.issued\"", "\"office\":\"eving\"")
          .doesNotContain("\"ar\"");

      page.navigate(page.url().replaceAll("&done=.*", ""));
      assertThat(page.locator(".webhook-table tbody tr")).hasCount(2);
      Browsing.picture(page, "webhook-de");
      page.navigate(server.uri("/admin/webhooks?lang=ar").toString());
      Browsing.picture(page, "webhooks-ar");
    } finally {
      receiver.stop(0);
    }
  }

  /** The next message, after its signature was checked. */
  private static String signed(BlockingQueue<String[]> got, String secret) throws Exception {
    String[] message = got.poll(30, TimeUnit.SECONDS);
    assertThat(message).isNotNull();
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    assertThat(message[1])
        .isEqualTo(
            "v1," + Base64.getEncoder().encodeToString(mac.doFinal(message[0].getBytes(UTF_8))));
    return message[2];
  }

  @Test
  void bookedInArabicWithAnAddressMovedFromTheLetterCheckedInAndCalled() throws Exception {
    try (Browsing browsing = new Browsing()) {
      Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/eving?lang=ar");
      kiosk.locator("a.entry").last().click();
      kiosk.locator("[data-topic=letters]").click();
      Locator day = kiosk.locator(".days > li").nth(4).locator("a");
      day.click();
      assertThat(day).hasAttribute("aria-current", "date");
      Browsing.press(kiosk.locator("button.time").first());
      assertThat(kiosk.locator("#mail")).isVisible();
      kiosk.locator("#mail").click();
      for (String key : TRAVELLER.split("")) {
        kiosk.locator("[data-key='" + key + "']").click();
      }
      assertThat(kiosk.locator("#mail")).hasValue(TRAVELLER);
      Browsing.picture(kiosk, "kiosk-confirm-mail-ar");
      kiosk.locator("button[value=book]").click();
      assertThat(kiosk.locator(".code")).isVisible();

      String page = linkIn((String) texts(letter(TRAVELLER, 1)).getBodyPart(0).getContent());
      Page phone = browsing.open(Screen.PHONE, server, URI.create(page).getPath());
      assertThat(phone.locator("html")).hasAttribute("dir", "rtl");
      phone.locator("a[href*='step=move']").click();
      phone.locator("button.line").first().click();
      assertThat(phone.locator(".hero-when")).hasAttribute("data-state", "BOOKED");
      Calendar booked = calendar(letter(TRAVELLER, 1));
      Calendar moved = calendar(letter(TRAVELLER, 2));
      assertThat(value(moved, "UID")).isEqualTo(value(booked, "UID"));
      assertThat(start(moved)).isBefore(start(booked));

      kiosk.locator("a.done").click();
      kiosk.locator("button.choice").first().focus();
      Browsing.scan(kiosk, page);
      assertThat(kiosk.locator(".ticket-number").first()).hasText(Pattern.compile("T\\d{3}"));
      String number = kiosk.locator(".ticket-number").first().textContent().strip();

      call("eving", number);
      phone.reload();
      phone.locator("a[href*='/t/']").click();
      assertThat(phone.locator("#ticket")).hasAttribute("data-state", "CALLED");
      assertThat(browsing.policyViolations()).isEmpty();
    }
  }

  @Test
  void aHeldSlotIsInNoCalendar() {
    JsonObject held = hold("de");

    assertThat(api.get(held.getJsonObject("links").getString("calendar")).status()).isEqualTo(409);
    assertThat(api.get(API + "appointments/2222-2222/calendar").status()).isEqualTo(404);
  }

  private static String linkIn(String text) {
    Matcher link = Pattern.compile("http\\S+/kiosk/a/\\w{8}").matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group();
  }

  private static void call(String office, String number) {
    Api.Counsellor counsellor = api.signIn(office, 1);
    long id =
        counsellor.line().json().getJsonArray("waiting").getValuesAs(JsonObject.class).stream()
            .filter(ticket -> ticket.getString("number").equals(number))
            .findFirst()
            .orElseThrow()
            .getJsonNumber("id")
            .longValue();
    assertThat(counsellor.act(id, "call").status()).isEqualTo(200);
  }

  @Test
  void oneAddressHasOneOpenAppointment() {
    String mail = UUID.randomUUID() + "@example.org";
    assertThat(book("de", mail).getBoolean("letters")).isTrue();

    Api.Answer second = confirm(hold("de"), mail);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().getString("reason")).isEqualTo("oneOpen");
  }

  private static JsonObject book(String language, String mail) {
    Api.Answer confirmed = confirm(hold(language), mail);
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
    return confirmed.json();
  }

  private static Api.Answer confirm(JsonObject held, String mail) {
    return api.send(
        "PUT",
        held.getJsonObject("links").getString("confirmation"),
        BodyPublishers.ofString("{\"contact\":\"" + mail + "\"}"));
  }

  private static JsonObject hold(String language) {
    String slot =
        api.get(API + "slots?office=hoerde&topic=housing&limit=1&language=" + language)
            .json()
            .getJsonArray("slots")
            .getJsonObject(0)
            .getString("id");
    Api.Answer held =
        api.post(
            API + "appointments",
            """
            {"slot":"%s","topic":"housing","language":"%s"}"""
                .formatted(slot, language),
            "Idempotency-Key",
            UUID.randomUUID().toString());
    assertThat(held.status()).as(held.body()).isEqualTo(201);
    return held.json();
  }

  /** The letter with that number, from 1, to an address. */
  private static MimeMessage letter(String to, int number) {
    await().atMost(Patience.seconds(30)).until(() -> lettersTo(to).size() >= number);
    return lettersTo(to).get(number - 1);
  }

  private static List<MimeMessage> lettersTo(String visitor) {
    return Stream.of(MAILS.getReceivedMessages())
        .filter(letter -> recipientOf(letter).equals(visitor))
        .toList();
  }

  private static String recipientOf(MimeMessage letter) {
    try {
      return letter.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Multipart texts(MimeMessage letter) throws IOException, MessagingException {
    return (Multipart) ((Multipart) letter.getContent()).getBodyPart(0).getContent();
  }

  private static Calendar calendar(MimeMessage letter)
      throws IOException, MessagingException, ParserException {
    BodyPart attachment = ((Multipart) letter.getContent()).getBodyPart(1);
    try (InputStream in = attachment.getInputStream()) {
      return new CalendarBuilder().build(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }

  private static Calendar read(String file) throws IOException, ParserException {
    return new CalendarBuilder().build(new StringReader(file));
  }

  private static VEvent event(Calendar calendar) {
    return calendar.<VEvent>getComponent("VEVENT").orElseThrow();
  }

  private static String value(Calendar calendar, String property) {
    return event(calendar).getProperty(property).orElseThrow().getValue();
  }

  private static Instant start(Calendar calendar) {
    return Instant.from(
        event(calendar).<DateProperty<?>>getProperty("DTSTART").orElseThrow().getDate());
  }

  private static List<String> logs() throws IOException {
    try (Stream<Path> files = Files.list(server.data().resolve("logs"))) {
      return files.map(RemindersIT::contentOf).toList();
    }
  }

  private static String contentOf(Path log) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
