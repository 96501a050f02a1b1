package de.lokalwillkommen.server.system;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.server.system.OfficeRequests.Request;
import de.lokalwillkommen.server.system.StaffCallers.Caller;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Every page, call and socket of the staff, as every role in the own and in a foreign office, and
 * as a stranger: open to exactly those whom the table of rights names.
 */
class RightsIT {

  private static final String OWN = StaffCallers.OWN;
  private static final String FOREIGN = StaffCallers.FOREIGN;
  private static final Set<Integer> CLOSED = Set.of(401, 403, 404);

  /** What a stranger gets instead of a page: the sign-in page, or a refusal. */
  private static final Set<Integer> LED_AWAY = Set.of(302, 303, 401, 403);

  /** The right that a call takes; a call that is missing here fails the test. */
  private static final Map<String, Right> CALLS =
      Map.ofEntries(
          entry("/admin/api/v1/offices", Right.ARRANGE_OFFICE),
          entry("/admin/api/v1/offices/{office}", Right.ARRANGE_OFFICE),
          entry("/admin/api/v1/offices/{office}/orders", Right.LEAD_DAY),
          entry("/admin/api/v1/offices/{office}/closures", Right.ARRANGE_AVAILABILITY),
          entry("/admin/api/v1/offices/{office}/closures/{closure}", Right.ARRANGE_AVAILABILITY),
          entry("/admin/api/v1/counters", Right.ARRANGE_OFFICE),
          entry("/admin/api/v1/counters/{counter}", Right.ARRANGE_OFFICE),
          entry("/admin/api/v1/topics", Right.ARRANGE_TOPICS),
          entry("/admin/api/v1/topics/{topic}", Right.ARRANGE_TOPICS),
          entry("/admin/api/v1/people", Right.MANAGE_PEOPLE),
          entry("/admin/api/v1/people/{person}", Right.MANAGE_PEOPLE),
          entry("/admin/api/v1/devices", Right.MANAGE_DEVICES),
          entry("/admin/api/v1/devices/{device}", Right.MANAGE_DEVICES),
          entry("/admin/api/v1/texts", Right.EDIT_TEXTS),
          entry("/admin/api/v1/webhooks", Right.MANAGE_WEBHOOKS),
          entry("/admin/api/v1/webhooks/{webhook}", Right.MANAGE_WEBHOOKS),
          entry("/admin/api/v1/webhooks/{webhook}/secret", Right.MANAGE_WEBHOOKS),
          entry("/admin/api/v1/webhooks/{webhook}/dead-deliveries", Right.MANAGE_WEBHOOKS),
          entry("/admin/api/v1/webhooks/{webhook}/dead-deliveries/resend", Right.MANAGE_WEBHOOKS),
          entry(
              "/admin/api/v1/webhooks/{webhook}/dead-deliveries/{delivery}/resend",
              Right.MANAGE_WEBHOOKS),
          entry("/admin/api/v1/history", Right.READ_HISTORY),
          entry("/admin/api/v1/counters/{counter}/next", Right.SERVE_VISITORS),
          entry("/admin/api/v1/tickets/{ticket}/{action}", Right.SERVE_VISITORS),
          entry("/admin/api/v1/offices/{office}/line", Right.SERVE_VISITORS),
          entry("/admin/api/v1/offices/{office}/slots", Right.SERVE_VISITORS),
          entry("/admin/api/v1/offices/{office}/appointments", Right.SERVE_VISITORS),
          entry("/admin/api/v1/offices/{office}/appointments/{code}", Right.SERVE_VISITORS),
          entry("/admin/api/v1/offices/{office}/appointments/{code}/slot", Right.SERVE_VISITORS),
          entry(
              "/admin/api/v1/offices/{office}/appointments/{code}/check-in", Right.SERVE_VISITORS));

  /** The calls with which programs sign in and out. */
  private static final String SESSION = "/admin/api/v1/session";

  /** The right that a page takes; empty for all who are signed in. */
  private static final Map<String, Optional<Right>> PAGES =
      Map.ofEntries(
          entry("console.xhtml", Optional.of(Right.SERVE_VISITORS)),
          entry("number.xhtml", Optional.of(Right.SERVE_VISITORS)),
          entry("day-list.xhtml", Optional.of(Right.SERVE_VISITORS)),
          entry("slip.xhtml", Optional.of(Right.SERVE_VISITORS)),
          entry("working-list.xhtml", Optional.of(Right.SERVE_VISITORS)),
          entry("letters.xhtml", Optional.of(Right.SERVE_VISITORS)),
          entry("week.xhtml", Optional.of(Right.SERVE_VISITORS)),
          entry("waitlist.xhtml", Optional.of(Right.SERVE_VISITORS)),
          entry("today.xhtml", Optional.of(Right.LEAD_DAY)),
          entry("visit.xhtml", Optional.of(Right.LEAD_DAY)),
          entry("availability.xhtml", Optional.of(Right.ARRANGE_AVAILABILITY)),
          entry("lead-time.xhtml", Optional.of(Right.READ_LEAD_TIMES)),
          entry("offices.xhtml", Optional.of(Right.ARRANGE_OFFICE)),
          entry("office.xhtml", Optional.of(Right.ARRANGE_OFFICE)),
          entry("topics.xhtml", Optional.of(Right.ARRANGE_TOPICS)),
          entry("texts.xhtml", Optional.of(Right.EDIT_TEXTS)),
          entry("installation.xhtml", Optional.of(Right.ARRANGE_INSTALLATION)),
          entry("webhooks.xhtml", Optional.of(Right.MANAGE_WEBHOOKS)),
          entry("history.xhtml", Optional.of(Right.READ_HISTORY)),
          entry("people.xhtml", Optional.of(Right.MANAGE_PEOPLE)),
          entry("person.xhtml", Optional.of(Right.MANAGE_PEOPLE)),
          entry("devices.xhtml", Optional.of(Right.MANAGE_DEVICES)),
          entry("device.xhtml", Optional.of(Right.MANAGE_DEVICES)),
          entry("sign-in-rules.xhtml", Optional.of(Right.ARRANGE_SIGN_IN)),
          entry("claim-mappings.xhtml", Optional.of(Right.ARRANGE_SIGN_IN)),
          entry("account.xhtml", Optional.empty()),
          entry("start.xhtml", Optional.empty()),
          entry("leaving.xhtml", Optional.empty()),
          entry("take-over.xhtml", Optional.empty()),
          entry("tandem.xhtml", Optional.empty()),
          entry("problem.xhtml", Optional.empty()));

  /** The right that a file takes. */
  private static final Map<String, Right> FILES =
      Map.of(
          "day-list.csv", Right.SERVE_VISITORS,
          "history.csv", Right.READ_HISTORY,
          "texts.xlf", Right.EDIT_TEXTS,
          "letter-sample", Right.EDIT_TEXTS,
          "texts.properties", Right.EDIT_TEXTS);

  /** What is served beside pages, files and calls, and is open to strangers. */
  private static final Set<String> OPEN_SERVLETS =
      Set.of("assets/*", "logo/*", "pulse", "back-channel-logout");

  /** The pages that are open to strangers. */
  private static final Set<String> OPEN_PAGES =
      Set.of(
          "sign-in.xhtml",
          "second-step.xhtml",
          "provider.xhtml",
          "setup.xhtml",
          "invitation.xhtml");

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);

  /** The callers, signed in once, since a password takes a while. */
  private static List<Caller> known = List.of();

  private List<Caller> callers() {
    if (known.isEmpty()) {
      known = StaffCallers.of(api);
    }
    return known;
  }

  @AfterAll
  static void leave() {
    Api api = new Api(RunningServer.shared());
    known.forEach(caller -> caller.leave(api));
  }

  private Description description() {
    return new Description(api.get("/openapi", "Accept", "application/json").json());
  }

  private List<String> calls() {
    return description().calls().stream()
        .filter(call -> call.contains(" /admin/") && !call.endsWith(SESSION))
        .toList();
  }

  @Test
  void everyCallOfTheStaffIsInThisTable() {
    Set<String> paths = new TreeSet<>();
    calls().forEach(call -> paths.add(call.split(" ")[1]));

    assertThat(paths).containsExactlyInAnyOrderElementsOf(CALLS.keySet());
  }

  @Test
  void aCallIsOpenToExactlyThoseWhoHaveTheRightSomewhere() {
    List<String> wrong = new ArrayList<>();
    for (Caller caller : callers()) {
      for (String call : calls()) {
        String[] parts = call.split(" ");
        int status = status(parts[0], filled(parts[1], OWN), caller);
        boolean refused = caller.isStranger() ? status == 401 : status == 403;
        if (refused == caller.may(CALLS.get(parts[1])) || status >= 500) {
          wrong.add(caller.name() + ": " + call + " is answered with " + status);
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void anOfficeIsOpenToExactlyThoseWhoHaveTheRightThere() {
    List<String> wrong = new ArrayList<>();
    for (Caller caller : callers()) {
      for (String call : calls()) {
        String[] parts = call.split(" ");
        if (parts[0].equals("GET")
            && parts[1].matches(".*\\{office}(/line|/appointments|/orders|/closures)?")) {
          Right right = CALLS.get(parts[1]);
          boolean own = !CLOSED.contains(status("GET", filled(parts[1], OWN), caller));
          boolean foreign = !CLOSED.contains(status("GET", filled(parts[1], FOREIGN), caller));
          if (own != caller.may(right) || foreign != caller.mayElsewhere(right)) {
            wrong.add(caller.name() + ": " + call + " own " + own + ", foreign " + foreign);
          }
        }
      }
      boolean history =
          !CLOSED.contains(status("GET", "/admin/api/v1/history?office=" + FOREIGN, caller));
      if (history != caller.mayElsewhere(Right.READ_HISTORY)) {
        wrong.add(caller.name() + ": history of a foreign office is " + history);
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void whatARequestNamesIsOfAnOfficeOrNot() {
    assertThat(OfficeRequests.differences(description(), calls())).isEmpty();
  }

  /**
   * Of what a request names, each thing once belongs to the own office and once to a foreign one.
   * Those who may not send it are refused although it is complete, and nothing has changed.
   */
  @Test
  void aRequestIsOpenToExactlyThoseWhoHaveTheRightWhereWhatItNamesBelongs() {
    Caller admin = callerNamed("admin");
    Api.Counsellor there = api.signIn(FOREIGN, 3);
    OfficeContent own = new OfficeContent(api, OWN, admin, callerNamed(OWN + "-2").token());
    OfficeContent foreign = new OfficeContent(api, FOREIGN, admin, there.token());
    List<Request> requests = OfficeRequests.of(description(), CALLS);
    String before = own.state() + foreign.state();
    List<String> wrong = new ArrayList<>();
    for (Caller caller : callers()) {
      for (Request request : requests) {
        if (!request.isOpenTo(caller) && request.isWorthTrying(caller)) {
          int status = send(request, true, caller, own.names(), foreign.names());
          if (caller.isStranger() ? status != 401 : status != 403 && status != 404) {
            wrong.add(caller.name() + " may not, and gets " + status + ": " + request);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(own.state() + foreign.state()).isEqualTo(before);

    own.end();
    foreign.end();
    for (Caller caller : callers()) {
      for (Request request : requests) {
        if (request.isOpenTo(caller)) {
          if (request.names().contains("closure")) {
            own.closeAgain();
            foreign.closeAgain();
          }
          int status = send(request, false, caller, own.names(), foreign.names());
          if (CLOSED.contains(status) || status >= 500) {
            wrong.add(caller.name() + " may, and gets " + status + ": " + request);
          }
        }
      }
    }
    own.leave();
    foreign.leave();
    there.signOut("?visits=back");

    assertThat(requests).hasSizeGreaterThan(100);
    assertThat(wrong).isEmpty();
  }

  private int send(
      Request request,
      boolean effective,
      Caller caller,
      Map<String, String> own,
      Map<String, String> foreign) {
    String body = request.body(effective, own, foreign);
    List<String> headers = new ArrayList<>(List.of(caller.headers()));
    headers.addAll(List.of("If-Match", "*"));
    return api.send(
            request.method(),
            request.path(own, foreign),
            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
            headers.toArray(String[]::new))
        .status();
  }

  private Caller callerNamed(String name) {
    return callers().stream().filter(who -> who.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void onlyThoseWhoChooseTheirWorkplaceSignInForAForeignOffice() {
    for (Caller caller : callers()) {
      if (!caller.isStranger()) {
        String body = "{\"user\":\"%s\",\"password\":\"demo\",\"office\":\"%s\"}";
        assertThat(api.post(SESSION, body.formatted(caller.name(), FOREIGN)).status())
            .as(caller.name())
            .isEqualTo(caller.may(Right.CHOOSE_WORKPLACE) ? 200 : 403);
      }
    }
  }

  /** A path of which each part is named; what is changed does not exist, or the body is empty. */
  private static String filled(String path, String office) {
    return path.replace("{office}", office)
            .replace("{counter}", "1")
            .replace("{ticket}", "1")
            .replace("{action}", "recall")
            .replace("{code}", "22222222")
            .replace("{topic}", "letters")
            .replace("{person}", "1")
            .replace("{device}", "1")
            .replace("{closure}", "1")
            .replace("{webhook}", "1")
            .replace("{delivery}", "1")
        + (path.endsWith("/history") ? "?office=" + office : "");
  }

  private int status(String method, String path, Caller caller) {
    boolean reads = method.equals("GET") || method.equals("DELETE");
    return api.send(
            method,
            path,
            reads ? BodyPublishers.noBody() : BodyPublishers.ofString("{"),
            caller.headers())
        .status();
  }

  @Test
  void aCallThatIsNamedNowhereIsUnknownToAllAndClosedToStrangers() {
    for (Caller caller : callers()) {
      for (String path :
          List.of("/admin/api/v1/reports", "/admin/api/v2/offices", "/admin/api/v1/offices/a/b")) {
        for (String method : List.of("GET", "POST")) {
          Api.Answer answer = api.send(method, path, BodyPublishers.noBody(), caller.headers());
          assertThat(answer.status())
              .as(caller.name() + ": " + method + " " + path)
              .isEqualTo(caller.isStranger() ? 401 : 404);
          assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
      }
    }
  }

  @Test
  void everyPageIsInThisTable() {
    Set<String> known = new TreeSet<>(PAGES.keySet());
    known.addAll(OPEN_PAGES);

    assertThat(RestResources.pagesOf(server, "admin")).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void aPageAndItsFormsAreOpenToExactlyThoseWhoHaveTheRight() {
    List<String> wrong = new ArrayList<>();
    for (Caller caller : callers()) {
      PAGES.forEach(
          (page, right) -> {
            boolean allowed = right.map(caller::may).orElseGet(() -> !caller.isStranger());
            Stream.of("GET", "POST")
                .forEach(
                    method -> {
                      int status = pageStatus(method, "/admin/" + page + "?office=" + OWN, caller);
                      if (!fits(allowed, status, caller)) {
                        wrong.add(caller.name() + ": " + method + " " + page + " is " + status);
                      }
                    });
          });
    }

    assertThat(wrong).isEmpty();
  }

  private static boolean fits(boolean allowed, int status, Caller caller) {
    if (caller.isStranger()) {
      return LED_AWAY.contains(status);
    }
    return allowed ? status != 403 && status != 401 && status < 500 : status == 403;
  }

  private int pageStatus(String method, String path, Caller caller) {
    if (method.equals("GET")) {
      return api.get(path, caller.headers()).status();
    }
    String[] signIn = caller.headers();
    String[] headers = new String[signIn.length + 2];
    System.arraycopy(signIn, 0, headers, 0, signIn.length);
    headers[signIn.length] = "Content-Type";
    headers[signIn.length + 1] = "application/x-www-form-urlencoded";
    return api.post(path, "csrf=" + caller.csrf(), headers).status();
  }

  @Test
  void everyAddressBelowThePagesIsInThisTable() {
    Set<String> known = new TreeSet<>(FILES.keySet());
    known.addAll(OPEN_SERVLETS);
    known.add("live/*");
    known.add("*.xhtml");
    Stream.concat(PAGES.keySet().stream(), OPEN_PAGES.stream())
        .forEach(page -> known.add(page.replace(".xhtml", "")));

    assertThat(known).containsAll(RestResources.addressesOf(server, "admin"));
  }

  @Test
  void aFileIsOpenToExactlyThoseWhoHaveTheRight() {
    List<String> wrong = new ArrayList<>();
    for (Caller caller : callers()) {
      FILES.forEach(
          (file, right) -> {
            boolean isWhole = caller.mayElsewhere(right);
            for (String office : List.of(OWN, FOREIGN)) {
              Api.Answer answer =
                  api.get("/admin/" + file + "?language=ar&office=" + office, caller.headers());
              int status = answer.status();
              boolean leaks =
                  isOfOffice(file, office) && answer.body().contains(";" + FOREIGN + ";");
              boolean allowed = caller.may(right);
              if ((status == 200) != allowed || leaks && !isWhole) {
                wrong.add(caller.name() + ": " + file + " of " + office + " is " + status);
              }
            }
          });
    }

    assertThat(wrong).isEmpty();
  }

  /** Whether a file is about the office in its address, and that is a foreign one. */
  private static boolean isOfOffice(String file, String office) {
    return file.startsWith("history") && office.equals(FOREIGN);
  }

  @Test
  void whatASocketSaysToThoseWhoMayWatchNamesNoVisitor() {
    for (Caller caller : callers()) {
      for (String office : List.of(OWN, FOREIGN)) {
        boolean may =
            office.equals(OWN)
                ? caller.may(Right.SERVE_VISITORS)
                : caller.mayElsewhere(Right.LEAD_DAY);
        Api.Answer answer = api.get("/admin/live/" + office, caller.headers());
        assertThat(answer.status() == 200).as(caller.name() + " in " + office).isEqualTo(may);
        if (may) {
          assertThat(answer.json().keySet()).containsExactlyInAnyOrder("type", "version", "now");
        }
      }
    }
  }

  @Test
  void theSocketOfALineIsOpenToExactlyThoseWhoWorkInTheOfficeOrLeadItsDay() {
    for (Caller caller : callers()) {
      boolean may = caller.may(Right.SERVE_VISITORS);
      assertThat(handshake(OWN, caller)).as(caller.name()).isEqualTo(may ? 101 : 403);
      boolean mayElsewhere = caller.mayElsewhere(Right.LEAD_DAY);
      assertThat(handshake(FOREIGN, caller)).as(caller.name()).isEqualTo(mayElsewhere ? 101 : 403);
    }
  }

  private int handshake(String office, Caller caller) {
    return RawHandshake.statusOf(
        server.uri("/").getPort(),
        "/admin/ws/" + office,
        "lw.line.v1",
        caller.isStranger()
            ? new String[0]
            : new String[] {"Authorization", "Bearer " + caller.token()});
  }
}
