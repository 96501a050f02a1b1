package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.AtOnce;
import de.lokalwillkommen.core.visits.Marker;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent: a 4xx problem or a close code, never a 5xx, and nothing changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // all tests are of one sign-in
class BadInputIT {

  private static final String TICKETS = "/kiosk/api/v1/offices/hoerde/tickets";
  private static final String INJECTION = "'; drop table ticket; -- <script>alert(1)</script>";

  /** Into which staff types. */
  private static final List<String> FIELDS =
      List.of(
          "note",
          "words",
          "text",
          "reason",
          "name",
          "person",
          "login",
          "mail",
          "address",
          "zone",
          "topic",
          "topics",
          "language",
          "languages",
          "label",
          "number",
          "code",
          "q",
          "from",
          "until",
          "region",
          "imprint",
          "privacy",
          "accessibility",
          "officer",
          "jointController",
          "subject",
          "content",
          "file",
          "key",
          "done",
          "referral",
          "secret",
          "visit",
          "request");

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final Api.Counsellor counsellor = api.signIn("hoerde", 3);
  private int versionBefore;

  @BeforeEach
  void aVisitorWaits() {
    api.takeTicket("hoerde", "housing", "de");
    versionBefore = api.board("hoerde").getInt("version");
  }

  @AfterEach
  void nothingHasChanged() {
    assertThat(api.board("hoerde").getInt("version")).isEqualTo(versionBefore);
  }

  private static void assertProblem(Api.Answer answer, int... statuses) {
    assertThat(answer.status()).as(answer.body()).isIn(Arrays.stream(statuses).boxed().toList());
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().getInt("status")).isEqualTo(answer.status());
    assertThat(answer.json().getString("title")).isNotBlank();
    assertThat(answer.json().getString("type")).isNotBlank();
    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
  }

  static Stream<Arguments> badTickets() {
    return Stream.of(
        Arguments.of("", 422),
        Arguments.of("{}", 422),
        Arguments.of("[]", 400),
        Arguments.of("null", 400),
        Arguments.of("42", 400),
        Arguments.of("{\"topic\":", 400),
        Arguments.of("{\"topic\":1,\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":{},\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":null,\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":\"nothing\",\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":\"" + INJECTION + "\",\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":\"housing\",\"language\":\"" + INJECTION + "\"}", 422),
        Arguments.of("{\"topic\":\"housing\",\"language\":\"xx\"}", 422),
        Arguments.of("{\"topic\":\"housing\",\"language\":[\"de\"]}", 422),
        Arguments.of("{\"topic\":\"" + "x".repeat(5000) + "\",\"language\":\"de\"}", 422),
        Arguments.of("{\"topic\":\"hou\\u0000sing\",\"language\":\"de\"}", 422),
        Arguments.of(
            "{\"topic\":\"housing\",\"language\":\"de\",\"audience\":\"" + "x".repeat(300) + "\"}",
            422),
        Arguments.of("[".repeat(30_000), 400));
  }

  @ParameterizedTest
  @MethodSource("badTickets")
  void aTicketRequestThatMakesNoSense(String body, int status) {
    assertProblem(api.post(TICKETS, body, "Idempotency-Key", UUID.randomUUID().toString()), status);
  }

  @Test
  void theErrorOfAFieldIsInTheCallersLanguage() {
    Api.Answer answer =
        api.post(
            TICKETS,
            "{\"language\":\"de\"}",
            "Idempotency-Key",
            UUID.randomUUID().toString(),
            "Accept-Language",
            "ar");

    assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("topic");
    assertThat(answer.json().getString("title")).isEqualTo("البيانات غير مناسبة");
  }

  @Test
  void aTicketRequestWithoutAKeyOrWithAnEndlessOne() {
    String body = "{\"topic\":\"housing\",\"language\":\"de\"}";
    assertProblem(api.post(TICKETS, body), 422);
    assertProblem(api.post(TICKETS, body, "Idempotency-Key", "k".repeat(65)), 422);
  }

  static Stream<Arguments> badSearches() {
    return Stream.of(
        Arguments.of("", 422),
        Arguments.of("topic=housing", 422),
        Arguments.of("topic=nothing&language=de", 422),
        Arguments.of("topic=%00&language=de", 422),
        Arguments.of("topic=%27%20or%201%3D1&language=de", 422),
        Arguments.of("topic=housing&language=xx", 422),
        Arguments.of("topic=housing&language=de&office=nowhere", 404),
        Arguments.of("topic=housing&language=de&office=%00", 404),
        Arguments.of("topic=housing&language=de&from=yesterday", 422),
        Arguments.of("topic=housing&language=de&from=2026-02-30", 422),
        Arguments.of("topic=housing&language=de&from=-999999999-01-01T00:00:00Z", 422),
        Arguments.of("topic=housing&language=de&to=%2B999999999-12-31T23:59:59Z", 422),
        Arguments.of("topic=housing&language=de&to=0001-01-01", 422),
        Arguments.of("topic=housing&language=de&from=" + "9".repeat(3000), 422),
        Arguments.of("topic=housing&language=de&from=2026-12-02&to=2026-12-01T00:00:00Z", 422),
        Arguments.of("topic=housing&language=de&limit=0", 422),
        Arguments.of("topic=housing&language=de&limit=101", 422),
        Arguments.of("topic=housing&language=de&limit=-1", 422),
        Arguments.of("topic=housing&language=de&limit=many", 422),
        Arguments.of("topic=housing&language=de&limit=99999999999", 422));
  }

  @ParameterizedTest
  @MethodSource("badSearches")
  void aSearchForSlotsThatMakesNoSense(String query, int status) {
    assertProblem(api.get("/kiosk/api/v1/slots?" + query), status);
  }

  private static String booking(String slot, String more) {
    return "{\"slot\":\"" + slot + "\",\"topic\":\"housing\",\"language\":\"de\"" + more + "}";
  }

  static Stream<Arguments> badBookings() {
    String slot = "hoerde_20991123T0930Z";
    return Stream.of(
        Arguments.of("", 422),
        Arguments.of("[]", 400),
        Arguments.of("{\"slot\":", 400),
        Arguments.of("{\"slot\":1,\"topic\":\"housing\",\"language\":\"de\"}", 422),
        Arguments.of(booking("", ""), 422),
        Arguments.of(booking("tomorrow", ""), 422),
        Arguments.of(booking("_20991123T0930Z", ""), 422),
        Arguments.of(booking("nowhere_20991123T0930Z", ""), 422),
        Arguments.of(booking("hoerde_20991323T0930Z", ""), 422),
        Arguments.of(booking("hoerde_-9999999990101T0000Z", ""), 422),
        Arguments.of(booking("hoerde_+9999999990101T0000Z", ""), 422),
        Arguments.of(booking("hoerde_00000101T0000Z", ""), 409),
        Arguments.of(booking(INJECTION, ""), 422),
        Arguments.of(booking("hoe\\u0000rde_20991123T0930Z", ""), 422),
        Arguments.of(booking("x".repeat(5000), ""), 422),
        Arguments.of(booking(slot, ""), 409),
        Arguments.of(booking(slot, ",\"contact\":\"nobody\""), 422),
        Arguments.of(booking(slot, ",\"contact\":7"), 422),
        Arguments.of(booking(slot, ",\"contact\":\"<a>@example.org\""), 422),
        Arguments.of(booking(slot, ",\"contact\":\"" + "a@".repeat(200) + "\""), 422),
        Arguments.of(booking(slot, ",\"flow\":\"" + "f".repeat(65) + "\""), 422),
        Arguments.of(booking(slot, ",\"flow\":{}"), 422),
        Arguments.of("{\"slot\":\"" + slot + "\",\"topic\":\"nothing\",\"language\":\"de\"}", 422),
        Arguments.of("{\"slot\":\"" + slot + "\",\"topic\":\"housing\",\"language\":\"xx\"}", 422));
  }

  @ParameterizedTest
  @MethodSource("badBookings")
  void aBookingThatMakesNoSense(String body, int status) {
    assertProblem(
        api.post(
            "/kiosk/api/v1/appointments", body, "Idempotency-Key", UUID.randomUUID().toString()),
        status);
  }

  @Test
  void aBookingWithoutAKeyOrWithATokenThatIsNone() {
    String path = "/kiosk/api/v1/appointments";
    String body = booking("hoerde_20991123T0930Z", "");
    assertProblem(api.post(path, body), 422);
    assertProblem(api.post(path, body, "Idempotency-Key", "k".repeat(65)), 422);
    assertProblem(api.post(path, body, "Idempotency-Key", "k", "Authorization", "Basic x"), 401);
    assertProblem(api.post(path, body, "Idempotency-Key", "k", "Content-Type", "text/plain"), 415);
  }

  @Test
  void anAppointmentIsNotChangedByWhatMakesNoSense() {
    String slot =
        api.get("/kiosk/api/v1/slots?office=hoerde&topic=housing&language=de&limit=1")
            .json()
            .getJsonArray("slots")
            .getJsonObject(0)
            .getString("id");
    String own =
        api.post(
                "/kiosk/api/v1/appointments",
                booking(slot, ""),
                "Idempotency-Key",
                UUID.randomUUID().toString())
            .json()
            .getJsonObject("links")
            .getString("self");
    send("PUT", own + "/confirmation", "");
    String before = api.get(own).body();

    for (String body :
        List.of(
            "", "[]", "{\"slot\":7}", "{\"slot\":\"" + INJECTION + "\"}", "{\"slot\":\"x_y\"}")) {
      assertProblem(send("PUT", own + "/slot", body), 400, 422);
    }
    for (String past : List.of("00000101T0000Z", "00010101T0000Z", "19700101T0000Z")) {
      assertProblem(send("PUT", own + "/slot", "{\"slot\":\"hoerde_" + past + "\"}"), 409);
    }
    assertProblem(send("PUT", own + "/slot", "{\"slot\":\"hoerde_99991231T2359Z\"}"), 409);
    assertProblem(send("PUT", own + "/confirmation", "{\"contact\":[]}"), 422);
    assertProblem(send("POST", own, "{}"), 405);
    assertThat(api.get(own).body()).isEqualTo(before);
    api.delete(own);
  }

  private Api.Answer send(String method, String path, String body) {
    return api.send(method, path, BodyPublishers.ofString(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAA2222",
        "nobodys",
        "2222-2222",
        "%27%20or%201%3D1",
        "%3Cscript%3E",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void anUnknownCodeOrToken(String code) {
    String appointment = "/kiosk/api/v1/appointments/" + code;
    String waitlist = "/kiosk/api/v1/waitlist/" + code;
    String offer = "/kiosk/api/v1/waitlist/offers/" + code;
    assertProblem(api.get(appointment), 404);
    assertProblem(api.get(appointment + "/calendar"), 404);
    assertProblem(api.delete(appointment), 404);
    assertProblem(send("PUT", appointment + "/confirmation", "{}"), 404);
    assertProblem(send("PUT", appointment + "/slot", "{\"slot\":\"hoerde_20991123T0930Z\"}"), 404);
    assertProblem(api.get(waitlist), 404);
    assertProblem(api.delete(waitlist), 404);
    assertProblem(api.get(offer), 404);
    assertProblem(api.delete(offer), 404);
    assertProblem(api.post(offer + "/claim", ""), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"code\":7}",
        "{\"code\":\"\"}",
        "{\"code\":\"AAAA2222\",\"late\":\"yes\"}",
        "{\"code\":\"A\\u0000\"}"
      })
  void aCheckInThatMakesNoSense(String body) {
    assertProblem(api.post("/kiosk/api/v1/offices/hoerde/check-ins", body), 400, 422);
  }

  @Test
  void aCheckInWithAnUnknownCodeOrOffice() {
    String known = "{\"code\":\"AAAA2222\"}";
    String path = "/kiosk/api/v1/offices/hoerde/check-ins";
    assertProblem(api.post(path, known), 404);
    assertProblem(api.post(path, "{\"code\":\"" + INJECTION + "\"}"), 404);
    assertProblem(api.post(path, "{\"code\":\"" + "x".repeat(301) + "\"}"), 422);
    assertProblem(api.post("/kiosk/api/v1/offices/nowhere/check-ins", known), 404);
    assertProblem(api.get(path), 405);
  }

  private static String waiting(String more) {
    return "{\"topic\":\"housing\",\"language\":\"de\"" + more + "}";
  }

  static Stream<Arguments> badWaits() {
    String days = ",\"from\":\"2026-12-01\",\"to\":\"2026-12-05\"";
    String all = ",\"office\":\"hoerde\"" + days;
    return Stream.of(
        Arguments.of("", 422),
        Arguments.of("null", 400),
        Arguments.of(waiting(""), 422),
        Arguments.of(waiting(days), 422),
        Arguments.of(waiting(",\"office\":\"nowhere\"" + days), 422),
        Arguments.of(waiting(",\"offices\":\"hoerde\"" + days), 422),
        Arguments.of(waiting(",\"offices\":[7]" + days), 422),
        Arguments.of(waiting(",\"offices\":[\"hoe\\u0000rde\"]" + days), 422),
        Arguments.of(waiting(",\"offices\":[\"hoerde\",\"" + INJECTION + "\"]" + days), 422),
        Arguments.of(
            waiting(",\"office\":\"hoerde\",\"from\":\"soon\",\"to\":\"2026-12-05\""), 422),
        Arguments.of(
            waiting(",\"office\":\"hoerde\",\"from\":20261201,\"to\":\"2026-12-05\""), 422),
        Arguments.of(
            waiting(",\"office\":\"hoerde\",\"from\":\"2026-12-05\",\"to\":\"2026-12-01\""), 422),
        Arguments.of(
            waiting(",\"office\":\"hoerde\",\"from\":\"0000-01-01\",\"to\":\"2026-12-01\""), 422),
        Arguments.of(
            waiting(",\"office\":\"hoerde\",\"from\":\"2026-01-01\",\"to\":\"2026-01-02\""), 422),
        Arguments.of(
            waiting(",\"office\":\"hoerde\",\"from\":\"9999-01-01\",\"to\":\"9999-12-31\""), 422),
        Arguments.of(waiting(all + ",\"partOfDay\":\"NIGHT\""), 422),
        Arguments.of(waiting(all + ",\"partOfDay\":1"), 422),
        Arguments.of(waiting(all + ",\"contact\":\"nobody\""), 422),
        Arguments.of(waiting(all + ",\"appointment\":\"AAAA2222\""), 404),
        Arguments.of(waiting(all + ",\"appointment\":\"none\""), 404));
  }

  @ParameterizedTest
  @MethodSource("badWaits")
  void aWishForTheWaitlistThatMakesNoSense(String body, int status) {
    String path = "/kiosk/api/v1/waitlist";
    assertProblem(api.post(path, body, "Idempotency-Key", UUID.randomUUID().toString()), status);
    assertProblem(api.post(path, body), 400, 422);
  }

  @Test
  void aBodyOfTenMegabytes() {
    String body = "{\"topic\":\"" + "x".repeat(10_000_000) + "\"}";
    assertProblem(api.post(TICKETS, body, "Idempotency-Key", "k"), 413);
    assertProblem(
        api.send(
            "POST",
            TICKETS,
            BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body.getBytes())),
            "Idempotency-Key",
            "k"),
        413);
  }

  @Test
  void anotherContentType() {
    assertProblem(
        api.post(TICKETS, "topic=housing", "Content-Type", "text/plain", "Idempotency-Key", "k"),
        415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/kiosk/api/v1/offices/nowhere/topics",
        "/kiosk/api/v1/nothing",
        "/kiosk/api/v1/tickets/A001",
        "/kiosk/api/v1/tickets/%27%20or%201%3D1",
        "/kiosk/api/v1/tickets/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "/display/api/v1/offices/nowhere/board",
        "/display/api/v1/offices/%3Cscript%3E/board"
      })
  void anUnknownThing(String path) {
    assertProblem(api.get(path), 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/kiosk/hoerde?lang=%00&view=%00&refused=%00",
        "/kiosk/hoerde?lang=tlh&view=upside-down",
        "/kiosk/hoerde/book?on=phone&topic=housing&day=9990-01-01",
        "/kiosk/hoerde/book?on=phone&topic=housing&day=%2B999999999-12-31",
        "/kiosk/hoerde/book?on=phone&topic=housing&day=-999999999-01-01",
        "/kiosk/hoerde/book?topic=housing&day=2026-02-30",
        "/kiosk/hoerde/book?topic=housing&day=%00&flow=%00&on=%00",
        "/kiosk/hoerde/book?topic=%00",
        "/kiosk/hoerde/book?topic=%27%20or%201%3D1&refused=slot.taken",
        "/kiosk/hoerde/check-in?code=%00",
        "/kiosk/hoerde/check-in/AAAA2222?lang=%F0%9F%98%80",
        "/kiosk/a/AAAA2222?step=%00",
        "/kiosk/w/AAAA2222?lang=%00",
        "/kiosk/o/AAAAAAAAAAAAAAAAAAAAAAAA?lang=%00",
        "/kiosk/t/%00",
        "/kiosk/%00"
      })
  @Timeout(10)
  void aPageWithOddParameters(String page) {
    assertCalm(api.get(page));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/kiosk/hoerde topic=%00&key=a",
        "/kiosk/hoerde topic=housing&key=%00",
        "/kiosk/hoerde topic=housing&key=a%00b",
        "/kiosk/hoerde/book?topic=housing slot=%00&key=a",
        "/kiosk/hoerde/book?topic=housing slot=hoerde_20991123T0930Z&key=%00",
        "/kiosk/hoerde/book?topic=%00 does=wait&key=a",
        "/kiosk/hoerde/book?topic=nothing does=wait&key=a",
        "/kiosk/hoerde/check-in code=%00",
        "/kiosk/hoerde/check-in code=AAAA2222%00&late=%00",
        "/kiosk/a/AAAA2222 does=earlier&office=%00&first=%00&part=%00&key=a",
        "/kiosk/ device=%00"
      })
  @Timeout(10)
  void aFormWithOddFields(String request) {
    String[] form = request.split(" ");
    assertCalm(api.post(form[0], form[1], "Content-Type", "application/x-www-form-urlencoded"));
  }

  private static void assertCalm(Api.Answer page) {
    assertThat(page.status()).as(page.body()).isLessThan(500);
    assertThat(page.body()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void aWrongMethod() {
    assertProblem(api.delete(TICKETS), 405);
    assertProblem(api.post("/display/api/v1/offices/hoerde/board", "{}"), 405);
  }

  @Test
  void anUnknownTicket() {
    for (String action : List.of("", "/later", "/back")) {
      String path = "/kiosk/api/v1/tickets/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" + action;
      assertProblem(action.isEmpty() ? api.delete(path) : api.post(path, "{\"minutes\":5}"), 404);
    }
  }

  @Test
  void anythingByStaffWithoutSigningIn() {
    assertProblem(api.post("/admin/api/v1/counters/1/next", ""), 401);
    assertProblem(api.get("/admin/api/v1/offices/hoerde/line"), 401);
    assertProblem(
        api.get("/admin/api/v1/offices/hoerde/line", "Authorization", "Bearer nonsense"), 401);
    assertProblem(api.post("/admin/api/v1/tickets/1/call", "{}"), 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"user\":1}",
        "{\"user\":\"hoerde-1\"}",
        "{\"user\":\"hoerde-1\",\"password\":\"demo\",\"office\":\"nowhere\",\"counter\":\"1\"}",
        "{\"user\":\"hoerde-1\",\"password\":\"demo\",\"office\":\"hoerde\",\"counter\":\"99\"}"
      })
  void aSignInThatMakesNoSense(String body) {
    assertProblem(api.post("/admin/api/v1/session", body), 400, 422);
  }

  @Test
  void aSignInWithAWrongPasswordOrName() {
    assertProblem(
        api.post(
            "/admin/api/v1/session", "{\"user\":\"brackel-3\",\"password\":\"" + INJECTION + "\"}"),
        401);
    assertProblem(
        api.post("/admin/api/v1/session", "{\"user\":\"" + INJECTION + "\",\"password\":\"demo\"}"),
        401);
  }

  @Test
  void fortyStrangersSigningInAtOnceAreTurnedAwayAndOthersAreServed() throws Exception {
    List<Api.Answer> answers =
        AtOnce.race(
            40,
            i ->
                () ->
                    api.post(
                        "/admin/api/v1/session",
                        "{\"user\":\"stranger-" + i + "\",\"password\":\"a guess\"}"));

    assertThat(answers).extracting(Api.Answer::status).isSubsetOf(401, 429).contains(401);
    answers.forEach(answer -> assertProblem(answer, 401, 429));
    assertThat(counsellor.line().status()).isEqualTo(200);
  }

  @Test
  void aCommandOfThePageFollowedAsALink() {
    String command =
        "/admin/console.xhtml?jakarta.faces.ViewState=stateless&commands=commands"
            + "&command-next=command-next&anyway=1";

    assertThat(api.get(command, "Cookie", "lw_session=" + token()).status()).isEqualTo(405);
    assertThat(
            api.get(
                    command + "&jakarta.faces.partial.ajax=true",
                    "Cookie",
                    "lw_session=" + token(),
                    "Faces-Request",
                    "partial/ajax")
                .status())
        .isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/slip.xhtml",
        "/admin/take-over.xhtml",
        "/admin/tandem.xhtml",
        "/admin/number.xhtml",
        "/admin/leaving.xhtml",
        "/admin/day-list.xhtml",
        "/admin/console.xhtml",
        "/admin/start.xhtml",
        "/admin/problem.xhtml"
      })
  void aFormWithNothingInItByStaff(String page) {
    assertCalm(
        api.post(
            page,
            "jakarta.faces.ViewState=stateless&csrf=" + counsellor.csrf(),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            "lw_session=" + token()));
  }

  @Test
  void undecodableInputIsNotInTheLog() throws IOException {
    String strange = "strange" + System.nanoTime();
    api.post(
        "/kiosk/hoerde",
        "topic=" + strange + "%zz",
        "Content-Type",
        "application/x-www-form-urlencoded");
    api.post(
        "/kiosk/api/v1/tickets/" + strange + "/later",
        "a=b",
        "Content-Type",
        "application/x-www-form-urlencoded");

    assertThat(Files.readString(server.data().resolve("logs").resolve("server.log")))
        .doesNotContain(strange);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/kiosk/hoerde", "/kiosk/hoerde/book", "/kiosk/hoerde/check-in"})
  void aFormThatNoKioskPageHas(String path) {
    String state = "jakarta.faces.ViewState=stateless";
    assertThat(api.get(path + "?" + state).status()).isEqualTo(400);
    Api.Answer sent =
        api.post(
            path,
            state + "&topic=housing&key=k",
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Sec-Fetch-Site",
            "same-origin");
    assertThat(sent.status()).isEqualTo(400);
  }

  @Test
  void staffActionsOnUnknownThings() {
    assertProblem(counsellor.act(999_999_999, "call"), 404);
    assertProblem(counsellor.act(999_999_999, "explode"), 404);
    assertProblem(
        api.post(
            "/admin/api/v1/tickets/abc/call",
            "{}",
            "Authorization",
            "Bearer " + counsellor.token()),
        404);
    assertProblem(
        api.post(
            "/admin/api/v1/counters/99999/next",
            "",
            "Authorization",
            "Bearer " + counsellor.token()),
        404);
    assertProblem(
        api.get(
            "/admin/api/v1/offices/eving/line", "Authorization", "Bearer " + counsellor.token()),
        404);
  }

  @Test
  void transitionsWithBodiesThatMakeNoSense() {
    long waiting =
        counsellor
            .line()
            .json()
            .getJsonArray("waiting")
            .getJsonObject(0)
            .getJsonNumber("id")
            .longValue();
    for (Map.Entry<String, List<String>> bad :
        Map.of(
                "persons",
                List.of(
                    "{}", "{\"persons\":0}", "{\"persons\":99999999999}", "{\"persons\":\"x\"}"),
                "topic",
                List.of("{}", "{\"topic\":7}", "{\"topic\":\"nothing\"}"),
                "park",
                List.of(
                    "{\"note\":\"" + "x".repeat(201) + "\"}",
                    "{\"note\":7}",
                    "{\"minutes\":-1}",
                    "{\"minutes\":\"x\"}",
                    "{\"minutes\":1e300}",
                    "{\"minutes\":99999999999999999999}"),
                "transfer",
                List.of(
                    "{}",
                    "{\"topic\":7}",
                    "{\"topic\":\"nothing\"}",
                    "{\"counter\":99999}",
                    "{\"counter\":\"1\"}",
                    "{\"office\":\"nowhere\"}",
                    "{\"office\":\"" + INJECTION + "\"}"),
                "urgent",
                List.of(
                    "{}",
                    "{\"reason\":\" \"}",
                    "{\"reason\":7}",
                    "{\"reason\":\"" + "x".repeat(201) + "\"}"),
                "take-over",
                List.of("{}", "{\"reason\":\" \"}", "{\"reason\":7}"),
                "finish",
                List.of(
                    "{\"topics\":\"x\"}",
                    "{\"topics\":[\"nothing\"]}",
                    "{\"topics\":[\"housing\",\"housing,letters\"]}",
                    "{\"topics\":[\"Frau Yılmaz\"]}",
                    "{\"topics\":[%s]}".formatted(tenLongWords()),
                    "{\"referral\":\"Frau Yılmaz\"}",
                    "{\"referral\":7}",
                    "{\"firstVisit\":\"yes\"}",
                    "[1]"))
            .entrySet()) {
      for (String body : bad.getValue()) {
        assertProblem(counsellor.act(waiting, bad.getKey(), body), 400, 422);
      }
    }
    assertProblem(counsellor.act(waiting, "finish"), 409);
    assertProblem(counsellor.act(waiting, "recall"), 409);
  }

  private static String tenLongWords() {
    return IntStream.range(0, 10)
        .mapToObj(i -> "\"" + "x".repeat(39) + i + "\"")
        .collect(Collectors.joining(","));
  }

  @Test
  void staffsAppointmentsThatMakeNoSense() {
    String slot = "{\"slot\":\"%s\",\"topic\":\"%s\",\"language\":\"%s\",\"contact\":%s}";
    String known = "hoerde_20261123T0930Z";
    for (String body :
        List.of(
            "",
            "[]",
            "{}",
            slot.formatted("tomorrow", "housing", "de", "null"),
            slot.formatted("eving_20261123T0930Z", "housing", "de", "null"),
            slot.formatted("hoerde_99999999T9999Z", "housing", "de", "null"),
            slot.formatted(INJECTION, "housing", "de", "null"),
            slot.formatted(known, INJECTION, "de", "null"),
            slot.formatted(known, "gardening", "de", "null"),
            slot.formatted(known, "housing", "tlh", "null"),
            slot.formatted(known, "housing", "de", "7"),
            slot.formatted(known, "housing", "de", "\"nobody\""),
            slot.formatted("x".repeat(500), "housing", "de", "null"))) {
      assertProblem(ofHoerde("POST", "/appointments", body), 400, 422);
    }
    for (String query : List.of("day=tomorrow", "day=2026-02-30", "day=%2B999999999-01-01")) {
      assertProblem(ofHoerde("GET", "/appointments?" + query, ""), 422);
    }
    for (String query :
        List.of(
            "",
            "topic=housing",
            "language=de",
            "topic=gardening&language=de",
            "topic=housing&language=%27",
            "topic=housing&language=de&from=now",
            "topic=housing&language=de&limit=0",
            "topic=housing&language=de&limit=99999999999",
            "topic=housing&language=de&to=9999-99-99")) {
      assertProblem(ofHoerde("GET", "/slots?" + query, ""), 422);
    }
    for (String code : List.of("22222222", "nonsense", "%3Cscript%3E")) {
      assertProblem(ofHoerde("GET", "/appointments/" + code, ""), 404);
      assertProblem(ofHoerde("DELETE", "/appointments/" + code, ""), 404);
      assertProblem(ofHoerde("POST", "/appointments/" + code + "/check-in", ""), 404);
      assertProblem(
          ofHoerde("PUT", "/appointments/" + code + "/slot", "{\"slot\":\"" + known + "\"}"), 404);
    }
    assertProblem(
        api.get(
            "/admin/api/v1/offices/eving/appointments",
            "Authorization",
            "Bearer " + counsellor.token()),
        404);
    assertProblem(api.get("/admin/api/v1/offices/hoerde/appointments"), 401);
  }

  private Api.Answer ofHoerde(String method, String rest, String body) {
    return api.send(
        method,
        "/admin/api/v1/offices/hoerde" + rest,
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        "Authorization",
        "Bearer " + counsellor.token(),
        "Content-Type",
        "application/json");
  }

  @Test
  void aSocketFromAForeignPageIsRefusedBeforeItOpens() {
    assertRefused("/display/ws/hoerde", "lw.board.v1", 403, "Origin", "https://evil.example");
    assertRefused("/admin/ws/hoerde", "lw.line.v1", 403, "Origin", "https://evil.example");
  }

  @Test
  void aSocketToNowhereIsRefusedBeforeItOpens() {
    assertRefused("/display/ws/nowhere", "lw.board.v1", 404);
    assertRefused("/kiosk/ws/tickets/nothing", "lw.ticket.v1", 403);
  }

  @Test
  void aConsoleSocketWithoutSigningInIsRefusedBeforeItOpens() {
    assertRefused("/admin/ws/hoerde", "lw.line.v1", 403);
    assertRefused("/admin/ws/hoerde", "lw.line.v1", 403, "Authorization", "Bearer nonsense");
    assertRefused("/admin/ws/hoerde", "lw.line.v1", 101, "Authorization", "Bearer " + token());
  }

  private String token() {
    return counsellor.token();
  }

  private void assertRefused(String path, String protocol, int status, String... headers) {
    // the JDK's client may not set Origin itself, so the handshake is written by hand
    assertThat(RawHandshake.statusOf(server.port(), path, protocol, headers)).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello",
        "{}",
        "[]",
        "{\"type\":\"board\"}",
        "{\"type\":\"hello\",\"audio\":\"loud\"}",
        "{\"type\":\"shown\",\"seq\":\"one\"}",
        "{\"type\":7}"
      })
  void aSocketMessageThatIsNotUnderstoodEndsTheConnection(String message) throws Exception {
    try (SocketClient board =
        SocketClient.open(server.socket("/display/ws/hoerde"), "lw.board.v1")) {
      board.say(message);
      assertThat(board.closed().get(Patience.millis(5), TimeUnit.MILLISECONDS)).isEqualTo(1003);
    }
  }

  @Test
  void binaryEndsTheConnectionTooAndSoDoesALongMessage() throws Exception {
    try (SocketClient board =
        SocketClient.open(server.socket("/display/ws/hoerde"), "lw.board.v1")) {
      board.say(new byte[] {1, 2, 3});
      assertThat(board.closed().get(Patience.millis(5), TimeUnit.MILLISECONDS)).isEqualTo(1003);
    }
    try (SocketClient board =
        SocketClient.open(server.socket("/display/ws/hoerde"), "lw.board.v1")) {
      board.say("{\"type\":\"hello\",\"x\":\"" + "x".repeat(5000) + "\"}");
      assertThat(board.closed().get(Patience.millis(5), TimeUnit.MILLISECONDS)).isEqualTo(1009);
    }
  }

  /** The other half, what the database keeps, is in the core's MarkerDatabaseTest. */
  @Test
  void noLogTellsWhatAPersonSent() throws IOException {
    String word = Marker.WORD;
    String coded = URLEncoder.encode(word, StandardCharsets.UTF_8);
    String base64 = Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8));
    for (String value : List.of(word, coded, base64, word.toUpperCase(Locale.ROOT))) {
      String inQuery = URLEncoder.encode(value, StandardCharsets.UTF_8);
      String[] headers = {
        "User-Agent",
        value,
        "Accept-Language",
        value,
        "Referer",
        "http://x/" + inQuery,
        "Cookie",
        "k=" + inQuery,
        "Idempotency-Key",
        value,
        "X-Forwarded-For",
        inQuery
      };
      String text = "\"" + value + "\"";
      api.get("/kiosk/hoerde?lang=" + inQuery + "&view=" + inQuery, headers);
      api.get("/kiosk/" + inQuery + "/" + inQuery, headers);
      api.get("/kiosk/t/" + inQuery, headers);
      api.get("/kiosk/api/v1/slots?topic=" + inQuery + "&language=de", headers);
      api.get("/kiosk/api/v1/appointments/" + inQuery, headers);
      api.get("/admin/sign-in.xhtml?from=" + inQuery, headers);
      api.post(TICKETS, "{\"topic\":" + text + ",\"language\":" + text + "}", headers);
      api.post("/kiosk/api/v1/waitlist", waiting(",\"contact\":" + text), headers);
      api.post("/kiosk/api/v1/appointments", booking(value, ",\"contact\":" + text), headers);
      api.post("/kiosk/api/v1/appointments", "{" + text, headers);
      api.post("/kiosk/api/v1/offices/hoerde/check-ins", "{\"code\":" + text + "}", headers);
      api.post(
          "/admin/api/v1/session",
          "{\"user\":"
              + text
              + ",\"password\":"
              + text
              + ",\"office\":\"hoerde\",\"counter\":\"1\"}",
          headers);
      form("/kiosk/hoerde/check-in?lang=de", "code=" + inQuery + "&other=" + inQuery, headers);
      form("/admin/sign-in.xhtml", "login=" + inQuery + "&password=" + inQuery, headers);
      sayOnSockets(value, inQuery);
    }
    workWith(word);

    StringBuilder logs = new StringBuilder();
    try (Stream<Path> files = Files.list(server.data().resolve("logs"))) {
      for (Path file : files.toList()) {
        logs.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(logs).as("these requests are in the log").contains("authn_login_fail");
    assertThat(logs.toString().lines().filter(Marker::isIn)).isEmpty();
    assertThat(server.output().stream().filter(Marker::isIn)).isEmpty();
  }

  private void sayOnSockets(String value, String inQuery) {
    String ticket = api.takeTicket("mengede", "housing", "de").json().getString("token");
    String[] staff = {"Authorization", "Bearer " + token()};
    Map<String, String> sockets =
        Map.of(
            "/display/ws/hoerde",
            "lw.board.v1",
            "/kiosk/ws/offices/hoerde",
            "lw.office.v1",
            "/kiosk/ws/tickets/" + ticket,
            "lw.ticket.v1",
            "/admin/ws/hoerde",
            "lw.line.v1");
    sockets.forEach(
        (path, protocol) -> {
          String query = "?office=" + inQuery + "&" + inQuery + "=1";
          assertThat(RawHandshake.statusOf(server.port(), path + query, inQuery, staff))
              .isLessThan(500);
          assertThat(
                  RawHandshake.statusOf(
                      server.port(),
                      path,
                      protocol,
                      "Origin",
                      "http://" + inQuery,
                      "Authorization",
                      "Bearer " + inQuery))
              .isLessThan(500);
          for (String message : List.of(value, "{\"type\":\"" + value + "\"}")) {
            try (SocketClient client = SocketClient.open(server.socket(path), protocol, staff)) {
              client.say(message);
              assertThat(client.closed().get(Patience.millis(5), TimeUnit.MILLISECONDS))
                  .as(path)
                  .isEqualTo(1003);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
              throw new AssertionError(path, e);
            }
          }
        });
    RawHandshake.statusOf(server.port(), "/kiosk/ws/tickets/" + inQuery, "lw.ticket.v1");
  }

  /** The staff of another office: here nothing may change. */
  private void workWith(String word) throws IOException {
    Api.Counsellor lead = api.signIn("mengede", 1);
    lead.clearCounters();
    long ticket = lead.next().json().getJsonNumber("id").longValue();
    String text = "\"" + word + "\"";
    String said =
        "{\"minutes\":5,\"note\":%1$s,\"reason\":%1$s,\"topic\":%1$s,\"language\":%1$s,"
                .formatted(text)
            + "\"referral\":%1$s,\"topics\":[%1$s],\"office\":%1$s}".formatted(text);
    for (String refused : List.of("language", "topic", "transfer", "outcome", word)) {
      assertThat(lead.act(ticket, URLEncoder.encode(refused, StandardCharsets.UTF_8), said))
          .matches(answer -> answer.status() >= 400 && answer.status() < 500);
    }
    Api.Answer parked = lead.act(ticket, "park", said);
    assertThat(parked.status()).as(parked.body()).isEqualTo(200);
    assertThat(lead.act(ticket, "urgent", "{\"reason\":" + text + "}").status()).isEqualTo(200);
    List<String> failed = new ArrayList<>();
    for (String page : pagesOfStaff()) {
      failed.addAll(fillIn(page, lead, ticket, word));
    }
    assertThat(failed).isEmpty();
    announce(lead, word);
    assertThat(lead.act(ticket, "cancel").status()).isEqualTo(200);
    lead.signOut();
  }

  private void announce(Api.Counsellor lead, String word) {
    String page = "/admin/today.xhtml";
    String[] cookie = {
      "Cookie", "lw_session=" + lead.token(), "Content-Type", "application/x-www-form-urlencoded"
    };
    for (String order : List.of("announce", "withdraw")) {
      String before = api.get(page, cookie).body();
      assertThat(before.contains(word)).as(order).isEqualTo(order.equals("withdraw"));
      String fields =
          "orders=orders&jakarta.faces.ViewState=stateless&csrf=%s&do=%s&kind=OWN&text-de=%s"
              .formatted(lead.csrf(), order, URLEncoder.encode(word, StandardCharsets.UTF_8));
      String seen = "&seenDay=" + hidden(before, "seenDay") + "&seen=" + hidden(before, "seen");
      assertThat(api.post(page, fields + seen, cookie).status()).isLessThan(400);
    }
    assertThat(api.get(page, cookie).body()).doesNotContain(word);
  }

  private static String hidden(String page, String name) {
    Matcher field = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
    assertThat(field.find()).as(name).isTrue();
    return field.group(1);
  }

  /** Sends all fields of all forms, and the commands that take words; returns what failed. */
  private List<String> fillIn(String page, Api.Counsellor person, long ticket, String word) {
    String inQuery = URLEncoder.encode(word, StandardCharsets.UTF_8);
    String fields =
        FIELDS.stream().map(name -> name + "=" + inQuery).collect(Collectors.joining("&"));
    String[] cookie = {
      "Cookie", "lw_session=" + person.token(), "Content-Type", "application/x-www-form-urlencoded"
    };
    List<String> failed = new ArrayList<>();
    if (api.get("/admin/" + page + "?" + fields, cookie).status() >= 500) {
      failed.add(page);
    }
    String posted =
        "jakarta.faces.ViewState=stateless&csrf=%s&ticket=%d&minutes=5&commands=commands"
            .formatted(person.csrf(), ticket);
    List<String> commands =
        page.equals("console.xhtml")
            ? List.of("park", "urgent", "issue", "correctTopic", "count")
            : List.of("none");
    for (String command : commands) {
      String name = "command-" + command;
      Api.Answer answer =
          api.post("/admin/" + page, posted + "&" + name + "=" + name + "&" + fields, cookie);
      if (answer.status() >= 500) {
        failed.add(page + " " + command);
      }
    }
    return failed;
  }

  private static List<String> pagesOfStaff() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../admin-app/src/main/webapp"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xhtml"))
          .sorted()
          .toList();
    }
  }

  private void form(String path, String fields, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 4);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/x-www-form-urlencoded";
    all[headers.length + 2] = "Origin";
    all[headers.length + 3] = server.uri("").toString();
    api.post(path, fields, all);
  }
}
