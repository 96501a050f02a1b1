package de.lokalwillkommen.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.server.system.PageCommands.Command;
import de.lokalwillkommen.server.system.StaffCallers.Caller;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Every command that a page of the staff can give. It takes the right of its page, which {@link
 * RightsIT} compares with the table of rights; here are those that take more than that: a further
 * right, or the right office. Each is sent by people who see the page and may not give it, and
 * changes nothing.
 */
class CommandRightsIT {

  /** The commands of the pages; one that is missing here fails the test. */
  private static final Map<String, String> COMMANDS =
      Map.ofEntries(
          entry(
              "account.xhtml",
              "accountPage.changePassword accountPage.signOutElsewhere secondFactorForm.confirm"
                  + " secondFactorForm.propose secondFactorForm.remove secondFactorForm.renew"),
          entry(
              "availability.xhtml",
              "closureForm.enter closureForm.reopen closureForm.save exceptionForm.enter"
                  + " exceptionForm.restore exceptionForm.save firstOffice.require hoursForm.enter"
                  + " hoursForm.remove hoursForm.save termsForm.enter termsForm.save"),
          entry("claim-mappings.xhtml", "claimMappingsPage.add claimMappingsPage.enter remove"),
          entry(
              "console.xhtml",
              "command-book command-call command-cancel command-checkIn command-correctLanguage"
                  + " command-correctPersons command-correctTopic command-count"
                  + " command-finishAndNext"
                  + " command-issue command-next command-noShow command-noShowAndNext command-park"
                  + " command-putBack command-recall command-removeNote"
                  + " command-resume command-start"
                  + " command-stay command-turn command-uncount command-undo consolePage.enter"
                  + " consolePage.refresh consolePage.stay consoleView.load dayListPage.book"
                  + " finishForm.finish offerForm.save slotPicker.look transferForm.transfer"
                  + " transferForm.transferAnyway urgencyForm.hasten"),
          entry(
              "day-list.xhtml",
              "command-book command-cancel command-cancelAll command-checkIn command-move"
                  + " dayListPage.enter dayListPage.refresh dayListView.load slotPicker.look"),
          entry(
              "device.xhtml",
              "deviceForm.enter deviceForm.renew deviceForm.revoke deviceForm.save"),
          entry("devices.xhtml", "pairingForm.approve pairingForm.enter"),
          entry(
              "installation.xhtml",
              "installationPage.removeLogo installationPage.save installationPage.showLogo"),
          entry("invitation.xhtml", "invitationPage.accept"),
          entry("lead-time.xhtml", "firstOffice.require"),
          entry("leaving.xhtml", "leavingPage.enter leavingPage.leave"),
          entry("letters.xhtml", "lettersPage.enter"),
          entry("number.xhtml", "numberPage.correct"),
          entry(
              "office.xhtml",
              "officeCountersForm.lengthen officeCountersForm.save officeDataForm.save"
                  + " officeHoursForm.lengthen officeHoursForm.save officePage.closeForGood"
                  + " officePage.enter officeTopicsForm.save"),
          entry("offices.xhtml", "foundingForm.found"),
          entry(
              "person.xhtml",
              "personAccess.comeBack personAccess.inviteAgain personAccess.leave"
                  + " personAccess.resetSecondFactor"
                  + " personAccess.signOutEverywhere personForm.enter"
                  + " personForm.invite personForm.save"),
          entry("provider.xhtml", "providerPage.arrive"),
          entry("second-step.xhtml", "secondStepPage.confirm secondStepPage.enter"),
          entry("setup.xhtml", "setupPage.create setupPage.enter"),
          entry("sign-in-rules.xhtml", "signInRulesPage.require signInRulesPage.waive"),
          entry(
              "sign-in.xhtml",
              "counterChoice.enter signInPage.enter signInPage.forgetCounter signInPage.signIn"
                  + " signInPage.signInByProvider"),
          entry("slip.xhtml", "slipPage.enter"),
          entry("start.xhtml", "startPage.enter"),
          entry("take-over.xhtml", "takingOverPage.enter takingOverPage.takeOver"),
          entry("tandem.xhtml", "joiningPage.enter joiningPage.join"),
          entry(
              "texts.xhtml",
              "check textForm.look textForm.save textForm.takeBack textImport.look"
                  + " textImport.save textsPage.enter"),
          entry(
              "today.xhtml",
              "do=announce do=close do=closeAsUsual do=goOn do=stop do=withdraw todayPage.enter"
                  + " todayPage.refresh visit=handOn visit=putBack visit=takeOver visit=undo"),
          entry(
              "topics.xhtml",
              "down topicsPage.enter topicsPage.restore topicsPage.retire topicsPage.save up"),
          entry("visit.xhtml", "do do=finish visitPage.enter"),
          entry("waitlist.xhtml", "remove takeBack waitlistPage.add waitlistPage.enter"),
          entry(
              "webhooks.xhtml",
              "resend webhooksPage.enter webhooksPage.pause webhooksPage.remove"
                  + " webhooksPage.resendDead webhooksPage.resume webhooksPage.rotate"
                  + " webhooksPage.save webhooksPage.test"),
          entry("week.xhtml", "weekPage.book weekPage.enter"),
          entry(
              "working-list.xhtml",
              "do=cancel do=move do=readCancellations do=readMoves workingListPage.enter"));

  /** The commands of the console that name a ticket, and nothing without it. */
  private static final Set<String> OF_A_TICKET =
      Set.of(
          "command-call",
          "command-recall",
          "command-start",
          "command-noShow",
          "command-park",
          "command-resume",
          "command-putBack",
          "command-cancel",
          "command-undo",
          "command-correctLanguage",
          "command-correctTopic",
          "command-correctPersons",
          "command-removeNote",
          "finishForm.finish",
          "transferForm.transfer",
          "transferForm.transferAnyway",
          "urgencyForm.hasten");

  /** Where the pages about an office show their forms. */
  private static final Map<String, List<String>> OF_AN_OFFICE =
      Map.of(
          "availability.xhtml", List.of("hours", "fewer", "closing", "terms"),
          "office.xhtml", List.of("data", "hours", "counters", "topics", "end"),
          "today.xhtml", List.of(""),
          "visit.xhtml", List.of(""),
          "person.xhtml", List.of(""));

  private static final String SIGN_OUT = "signInPage.signOut";
  private static final String OWN = StaffCallers.OWN;
  private static final String FOREIGN = StaffCallers.FOREIGN;
  private static final Pattern RENDERED = Pattern.compile("\\bcommand-[A-Za-z]+");

  /** What a page shows when a command was refused. */
  private static final String REFUSED = "notice danger";

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);

  private static final Map<String, Caller> SIGNED_IN = new HashMap<>();

  private Caller counsellor() {
    return SIGNED_IN.computeIfAbsent("counsellor", once -> StaffCallers.counsellor(api));
  }

  private Caller lead() {
    return SIGNED_IN.computeIfAbsent("lead", once -> StaffCallers.lead(api));
  }

  private Caller admin() {
    return SIGNED_IN.computeIfAbsent("admin", once -> StaffCallers.admin(api));
  }

  @AfterAll
  static void leave() {
    Api api = new Api(RunningServer.shared());
    SIGNED_IN.values().forEach(caller -> caller.leave(api));
  }

  /** The commands of a page; the names of those that it makes from a list are read from itself. */
  private List<Command> commands(String page, Caller caller) {
    List<Command> found = new ArrayList<>();
    for (Command command : PageCommands.of(server, page)) {
      if (command.name().contains("[")) {
        String shown = api.get("/admin/" + page, caller.headers()).body();
        Matcher names = RENDERED.matcher(shown);
        Set<String> all = new TreeSet<>();
        while (names.find()) {
          all.add(names.group());
        }
        all.forEach(name -> found.add(new Command(name, command.form(), name, name)));
      } else if (!command.name().equals(SIGN_OUT)) {
        found.add(command);
      }
    }
    return found;
  }

  @Test
  void everyCommandIsInThisTable() {
    Caller counsellor = counsellor();
    for (String page : RestResources.pagesOf(server, "admin")) {
      Set<String> known = new TreeSet<>(List.of(COMMANDS.getOrDefault(page, "").split(" ")));
      known.remove("");
      Set<String> given = new TreeSet<>();
      commands(page, counsellor).forEach(command -> given.add(command.name()));

      assertThat(given).as(page).isEqualTo(known);
    }
  }

  /** The same as a script of the page does, which gets nothing but the news. */
  private Api.Answer sendBehind(Caller caller, String page, Command command, String more) {
    String nonce = Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(UTF_8));
    return send(
        caller,
        page,
        "",
        command,
        more
            + field("jakarta.faces.partial.ajax", "true")
            + field("jakarta.faces.source", command.field())
            + field("jakarta.faces.partial.execute", "@all")
            + field("jakarta.faces.partial.render", "news")
            + field("primefaces.nonce", nonce));
  }

  private Api.Answer send(Caller caller, String page, String query, Command command, String more) {
    return caller.sends(
        api,
        "/admin/" + page + query,
        "&jakarta.faces.ViewState=stateless"
            + field(command.form(), command.form())
            + field(command.field(), command.value())
            + more);
  }

  private static String field(String name, String value) {
    return name.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, UTF_8);
  }

  private Command command(String page, Caller caller, String name) {
    return commands(page, caller).stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyThoseWhoFoundOfficesFoundAndCloseThem() {
    Caller lead = lead();
    Caller admin = admin();
    String before = api.get("/admin/api/v1/offices", admin.headers()).body();
    Command found = command("offices.xhtml", lead, "foundingForm.found");
    Command close = command("office.xhtml", lead, "officePage.closeForGood");

    send(lead, "offices.xhtml", "?new=yes", found, "&name=Neu&id=neu&officeName=Neu");
    send(lead, "office.xhtml", "?office=" + OWN + "&show=end", close, "&version=0&accept=all");

    assertThat(api.get("/admin/api/v1/offices", admin.headers()).body()).isEqualTo(before);
    assertThat(send(admin, "offices.xhtml", "?new=yes", found, "").body()).contains(REFUSED);
  }

  @Test
  void anOutcomeIsCorrectedByThoseWhoLeadOrHaveEndedTheVisit() {
    Caller lead = lead();
    Api.Counsellor serving = api.signIn(OWN, 3);
    serving.clearCounters();
    String topic =
        api.get("/kiosk/api/v1/offices/" + OWN + "/topics")
            .array()
            .getJsonObject(0)
            .getString("id");
    Api.Answer taken = api.takeTicket(OWN, topic, "de");
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    String number = taken.json().getString("number");
    long ticket = idOf(serving, number);
    serving.act(ticket, "call");
    serving.act(ticket, "start");
    assertThat(serving.act(ticket, "finish", "{\"topics\":[\"letters\"]}").status()).isEqualTo(200);
    Caller counsellor = counsellor();
    Command correct = command("number.xhtml", counsellor, "numberPage.correct");
    String query = "?number=" + number;
    String more = "&ticket=" + ticket + "&topics=" + topic + "&reason=Irrtum";

    send(counsellor, "number.xhtml", query, correct, more);
    assertThat(api.get("/admin/number.xhtml" + query, lead.headers()).body())
        .doesNotContain("Irrtum");

    send(lead, "number.xhtml", query, correct, more);
    assertThat(api.get("/admin/number.xhtml" + query, lead.headers()).body()).contains("Irrtum");
  }

  private static long idOf(Api.Counsellor counsellor, String number) {
    return counsellor.line().json().getJsonArray("waiting").getValuesAs(JsonObject.class).stream()
        .filter(ticket -> ticket.getString("number").equals(number))
        .map(ticket -> ticket.getJsonNumber("id").longValue())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void noCommandOfTheConsoleChangesATicketOfAnotherOffice() {
    Api.Counsellor there = api.signIn(FOREIGN, 3);
    Api.Answer taken = api.takeTicket(FOREIGN, "housing", "de");
    long ticket = idOf(there, taken.json().getString("number"));
    String token = taken.json().getString("token");
    String before = placeOf(token);
    String named =
        "&ticket=%d&current=%d&topic=letters&language=ar&reason=x&to=1&persons=2"
            .formatted(ticket, ticket);
    Caller counsellor = counsellor();
    List<String> wrong = new ArrayList<>();
    Set<String> unheard = new TreeSet<>();
    for (Command command : commands("console.xhtml", counsellor)) {
      if (OF_A_TICKET.contains(command.name())) {
        Api.Answer answer = sendBehind(counsellor, "console.xhtml", command, named);
        if (!answer.body().contains(REFUSED)) {
          unheard.add(command.name());
        }
        if (answer.status() >= 500 || !placeOf(token).equals(before)) {
          wrong.add(command.name() + " is " + answer.status());
        }
      }
    }
    there.signOut("?visits=back");

    assertThat(wrong).isEmpty();
    assertThat(unheard).isEmpty();
  }

  private String placeOf(String token) {
    JsonObject ticket = api.ticket(token).json();
    return ticket.getString("state") + ticket.getString("topic") + ticket.getString("language");
  }

  @Test
  void noLeadChangesAnotherOfficeOrItsPeople() {
    Caller lead = lead();
    Caller admin = admin();
    long person = idOfCounsellorThere(admin);
    Api.Counsellor there = api.signIn(FOREIGN, 3);
    Api.Answer taken = api.takeTicket(FOREIGN, "housing", "de");
    long ticket = idOf(there, taken.json().getString("number"));
    List<String> wrong = new ArrayList<>();
    OF_AN_OFFICE.forEach(
        (page, shown) -> {
          String before = state(admin, person, taken);
          for (String part : shown) {
            String query =
                "?office=%s&show=%s&person=%d&ticket=%d&visit=takeOver:%d"
                    .formatted(FOREIGN, part, person, ticket, ticket);
            for (Command command : commands(page, lead)) {
              boolean isShown = part.isEmpty() || command.form().equals(part + "Form");
              if (!command.form().isEmpty() && isShown) {
                Api.Answer answer = send(lead, page, query, command, "");
                if (answer.status() >= 500) {
                  wrong.add(page + query + ": " + command.name() + " is " + answer.status());
                }
              }
            }
          }
          if (!state(admin, person, taken).equals(before)) {
            wrong.add("something on " + page + " has changed another office");
          }
        });

    there.signOut("?visits=back");

    assertThat(wrong).isEmpty();
    assertThat(
            send(
                    lead,
                    "office.xhtml",
                    "?office=" + OWN + "&show=data",
                    command("office.xhtml", lead, "officeDataForm.save"),
                    "")
                .body())
        .as("a command for the own office is heard")
        .contains(REFUSED);
  }

  private long idOfCounsellorThere(Caller admin) {
    return api
        .get("/admin/api/v1/people", admin.headers())
        .array()
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(person -> person.getString("login").equals(FOREIGN + "-2"))
        .map(person -> person.getJsonNumber("id").longValue())
        .findFirst()
        .orElseThrow();
  }

  /** What of another office, one of its people and one of its tickets could be changed. */
  private String state(Caller admin, long person, Api.Answer ticket) {
    return api.get("/admin/api/v1/offices/" + FOREIGN, admin.headers()).body()
        + api.get("/admin/api/v1/people/" + person, admin.headers()).body()
        + api.get("/admin/api/v1/history?limit=1&office=" + FOREIGN, admin.headers()).body()
        + placeOf(ticket.json().getString("token"));
  }
}
