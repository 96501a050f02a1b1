package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@code /openapi} describes the REST interface correctly and completely. */
class OpenApiIT {

  private static final String OFFICES = "/kiosk/api/v1/offices";
  private static final String TOPICS = OFFICES + "/{office}/topics";
  private static final String TICKETS = OFFICES + "/{office}/tickets";
  private static final String TICKET = "/kiosk/api/v1/tickets/{token}";
  private static final String CHECK_INS = OFFICES + "/{office}/check-ins";
  private static final String SLOTS = "/kiosk/api/v1/slots";
  private static final String APPOINTMENTS = "/kiosk/api/v1/appointments";
  private static final String APPOINTMENT = APPOINTMENTS + "/{code}";
  private static final String WAITLIST = "/kiosk/api/v1/waitlist";
  private static final String ENTRY = WAITLIST + "/{code}";
  private static final String OFFER = WAITLIST + "/offers/{token}";
  private static final String BOARD = "/display/api/v1/offices/{office}/board";
  private static final String HISTORY = "/admin/api/v1/history";
  private static final String SESSION = "/admin/api/v1/session";
  private static final String NEXT = "/admin/api/v1/counters/{counter}/next";
  private static final String ACTION = "/admin/api/v1/tickets/{ticket}/{action}";
  private static final String LINE = "/admin/api/v1/offices/{office}/line";
  private static final String STAFFS_SLOTS = "/admin/api/v1/offices/{office}/slots";
  private static final String DAY = "/admin/api/v1/offices/{office}/appointments";
  private static final String ON_DAY = DAY + "/{code}";

  private static final String ARRANGING = "/admin/api/v1/offices";
  private static final String ARRANGED = ARRANGING + "/{office}";
  private static final String ORDERS = ARRANGED + "/orders";
  private static final String CLOSURES = ARRANGED + "/closures";
  private static final String COUNTERS = "/admin/api/v1/counters";
  private static final String COUNTER = COUNTERS + "/{counter}";
  private static final String CATALOGUE = "/admin/api/v1/topics";
  private static final String TOPIC = CATALOGUE + "/{topic}";
  private static final String DEVICES = "/admin/api/v1/devices";
  private static final String DEVICE = DEVICES + "/{device}";
  private static final String WEBHOOKS = "/admin/api/v1/webhooks";
  private static final String WEBHOOK = WEBHOOKS + "/{webhook}";
  private static final String DEAD = WEBHOOK + "/dead-deliveries";
  private static final String TEXTS = "/admin/api/v1/texts";
  private static final String PEOPLE = "/admin/api/v1/people";
  private static final String PERSON = PEOPLE + "/{person}";

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final Description description =
      new Description(api.get("/openapi", "Accept", "application/json").json());

  private Api.Answer checked(String call, Api.Answer answer) {
    assertThat(description.complaints(call, answer)).as(call + ": " + answer).isEmpty();
    return answer;
  }

  @Test
  void everyCallIsDescribedAndNothingElse() {
    assertThat(description.calls())
        .hasSizeGreaterThan(10)
        .containsExactlyInAnyOrderElementsOf(RestResources.of(server));
  }

  @Test
  void thePartsOfTheApplicationsFitTogether() {
    assertThat(description.brokenReferences()).isEmpty();
    assertThat(description.document().getJsonArray("servers").getValuesAs(JsonObject.class))
        .extracting(s -> s.getString("url"))
        .containsExactly("/");
    assertThat(description.document().getJsonObject("info").getString("title"))
        .isEqualTo("lokal willkommen Kiosk");
    assertThat(description.document().getJsonObject("components").getJsonObject("securitySchemes"))
        .containsOnlyKeys("deviceToken", "staffToken", "sessionCookie");
  }

  @Test
  void answersToKiosksAreAsDescribed() {
    checked("GET " + OFFICES, api.get(OFFICES));
    checked("GET " + TOPICS, api.get(OFFICES + "/mengede/topics?lang=en"));
    checked("GET " + TOPICS, api.get(OFFICES + "/nowhere/topics"));
    String key = UUID.randomUUID().toString();
    String call = "POST " + TICKETS;
    assertThat(checked(call, api.takeTicket("mengede", "letters", "de", key)).status())
        .isEqualTo(201);
    assertThat(checked(call, api.takeTicket("mengede", "letters", "de", key)).status())
        .isEqualTo(200);
    assertThat(checked(call, api.takeTicket("mengede", "housing", "de", key)).status())
        .isEqualTo(422);
    assertThat(checked(call, api.post(OFFICES + "/mengede/tickets", "{", "Idempotency-Key", "k")))
        .extracting(Api.Answer::status)
        .isEqualTo(400);
    // its tablet is there every second Tuesday from ten to twelve
    checked(call, api.takeTicket("dorstfeld", "letters", "de"));
    checked(call, api.takeTicket("nowhere", "letters", "de"));
  }

  @Test
  void answersToVisitorsAreAsDescribed() {
    String own =
        "/kiosk/api/v1/tickets/"
            + api.takeTicket("mengede", "letters", "de").json().getString("token");

    checked("GET " + TICKET, api.get(own));
    checked("POST " + TICKET + "/later", api.post(own + "/later", "{\"minutes\":5}"));
    checked("POST " + TICKET + "/later", api.post(own + "/later", "{\"minutes\":0}"));
    checked("POST " + TICKET + "/back", api.post(own + "/back", ""));
    assertThat(checked("POST " + TICKET + "/back", api.post(own + "/back", "")).status())
        .isEqualTo(409);
    assertThat(checked("DELETE " + TICKET, api.delete(own)).status()).isEqualTo(204);
    checked("GET " + TICKET, api.get(own));
    checked("GET " + TICKET, api.get("/kiosk/api/v1/tickets/nobodys"));
  }

  private JsonObject slot(int which) {
    return api.get(SLOTS + "?office=brackel&topic=housing&language=de&from=" + inSixDays())
        .json()
        .getJsonArray("slots")
        .getJsonObject(which);
  }

  private LocalDate inSixDays() {
    return api.today().plusDays(6);
  }

  private Api.Answer hold(String slot, String key) {
    return api.post(
        APPOINTMENTS,
        "{\"slot\":\"%s\",\"topic\":\"housing\",\"language\":\"de\"}".formatted(slot),
        "Idempotency-Key",
        key);
  }

  private Api.Answer put(String path, String body) {
    return api.send("PUT", path, BodyPublishers.ofString(body));
  }

  @Test
  void bookingIsAsDescribed() {
    String query = "?topic=housing&language=de&limit=3";
    checked("GET " + SLOTS, api.get(SLOTS + query));
    checked("GET " + SLOTS, api.get(SLOTS + query + "&from=never"));
    checked("GET " + SLOTS, api.get(SLOTS + query + "&office=nowhere"));
    String first = slot(0).getString("id");
    String second = slot(1).getString("id");
    String key = UUID.randomUUID().toString();
    String call = "POST " + APPOINTMENTS;
    JsonObject held = checked(call, hold(first, key)).json();
    assertThat(checked(call, hold(first, key)).status()).isEqualTo(200);
    assertThat(checked(call, hold(second, key)).status()).isEqualTo(422);
    String other = UUID.randomUUID().toString();
    assertThat(checked(call, hold(first, other)).status()).isEqualTo(409);
    String own = APPOINTMENTS + "/" + held.getString("code");

    checked("GET " + APPOINTMENT, api.get(own));
    checked("GET " + APPOINTMENT, api.get(APPOINTMENTS + "/nobodys"));
    checked("PUT " + APPOINTMENT + "/slot", put(own + "/slot", "{\"slot\":\"" + second + "\"}"));
    checked("PUT " + APPOINTMENT + "/confirmation", put(own + "/confirmation", ""));
    checked("PUT " + APPOINTMENT + "/confirmation", put(own + "/confirmation", "["));
    checked("PUT " + APPOINTMENT + "/slot", put(own + "/slot", "{\"slot\":\"" + second + "\"}"));
    checked("PUT " + APPOINTMENT + "/slot", put(own + "/slot", "{}"));
    checked("GET " + APPOINTMENT + "/calendar", api.get(own + "/calendar"));
    checked("GET " + APPOINTMENT + "/calendar", api.get(APPOINTMENTS + "/nobodys/calendar"));
    checked(
        "POST " + CHECK_INS,
        api.post(OFFICES + "/brackel/check-ins", "{\"code\":\"" + held.getString("code") + "\"}"));
    checked("POST " + CHECK_INS, api.post(OFFICES + "/brackel/check-ins", "{}"));
    checked("DELETE " + APPOINTMENT, api.delete(own));
    checked("PUT " + APPOINTMENT + "/confirmation", put(own + "/confirmation", ""));
  }

  @Test
  void theWaitlistIsAsDescribed() {
    JsonObject held = hold(slot(2).getString("id"), UUID.randomUUID().toString()).json();
    String wish =
        "{\"topic\":\"housing\",\"language\":\"de\",\"office\":\"brackel\",\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(inSixDays(), inSixDays());
    String key = UUID.randomUUID().toString();
    JsonObject entry =
        checked("POST " + WAITLIST, api.post(WAITLIST, wish, "Idempotency-Key", key)).json();
    checked("POST " + WAITLIST, api.post(WAITLIST, wish, "Idempotency-Key", key));
    checked("POST " + WAITLIST, api.post(WAITLIST, "{}", "Idempotency-Key", key));
    api.delete(APPOINTMENTS + "/" + held.getString("code"));
    String own = WAITLIST + "/" + entry.getString("code");
    String offer =
        checked("GET " + ENTRY, api.get(own))
            .json()
            .getJsonObject("offer")
            .getJsonObject("links")
            .getString("self");

    checked("GET " + OFFER, api.get(offer));
    checked("GET " + OFFER, api.get(WAITLIST + "/offers/nobodys"));
    assertThat(checked("DELETE " + OFFER, api.delete(offer)).status()).isEqualTo(204);
    assertThat(checked("POST " + OFFER + "/claim", api.post(offer + "/claim", "")).status())
        .isEqualTo(410);
    checked("DELETE " + ENTRY, api.delete(own));
    checked("GET " + ENTRY, api.get(own));
    checked("DELETE " + ENTRY, api.delete(WAITLIST + "/nobodys"));
  }

  @Test
  void answersToDisplaysAreAsDescribed() {
    checked("GET " + BOARD, api.get("/display/api/v1/offices/mengede/board"));
    checked("GET " + BOARD, api.get("/display/api/v1/offices/dorstfeld/board"));
    checked("GET " + BOARD, api.get("/display/api/v1/offices/nowhere/board"));
  }

  @Test
  void answersToCounsellorsAreAsDescribed() {
    api.takeTicket("mengede", "letters", "de");
    api.takeTicket("mengede", "letters", "de");
    Api.Counsellor counsellor = api.signIn("mengede", 2);

    JsonObject called = checked("POST " + NEXT, counsellor.next()).json();
    long ticket = called.getJsonNumber("id").longValue();
    checked("GET " + LINE, counsellor.line());
    checked("POST " + ACTION, counsellor.act(ticket, "start"));
    assertThat(checked("POST " + ACTION, counsellor.act(ticket, "recall")).status()).isEqualTo(409);
    checked("POST " + ACTION, counsellor.act(ticket, "park", "{\"minutes\":0}"));
    checked("POST " + ACTION, counsellor.act(ticket, "park", "{\"minutes\":10}"));
    checked("POST " + ACTION, counsellor.act(ticket, "explode"));
    checked("GET " + LINE, counsellor.line());
    checked("POST " + ACTION, counsellor.act(ticket, "resume"));
    checked("POST " + ACTION, counsellor.act(ticket, "cancel"));
    assertThat(checked("POST " + NEXT, api.post("/admin/api/v1/counters/1/next", "")).status())
        .isEqualTo(401);
  }

  @Test
  void appointmentsOfCounsellorsAreAsDescribed() {
    Api.Counsellor counsellor = api.signIn("mengede", 2);
    JsonArray slots =
        checked("GET " + STAFFS_SLOTS, counsellor.slots("letters", "fa"))
            .json()
            .getJsonArray("slots");
    checked("GET " + STAFFS_SLOTS, counsellor.slots("gardening", "fa"));
    String first = slots.getJsonObject(0).getString("id");
    String second = slots.getJsonObject(1).getString("id");
    Api.Answer booked = checked("POST " + DAY, counsellor.book(first, "letters", "fa"));
    assertThat(booked.status()).isEqualTo(201);
    String code = booked.json().getString("code");
    assertThat(booked.header("Location")).endsWith(code);

    checked("POST " + DAY, counsellor.book("nowhere_20261123T0930Z", "letters", "fa"));
    checked("POST " + DAY, counsellor.book(first, "letters", "tlh"));
    checked("GET " + DAY, counsellor.appointments());
    checked("GET " + LINE, counsellor.line());
    checked("GET " + ON_DAY, counsellor.appointment("GET", code, ""));
    String body = "{\"slot\":\"" + second + "\"}";
    checked("PUT " + ON_DAY + "/slot", counsellor.appointment("PUT", code + "/slot", body));
    checked("PUT " + ON_DAY + "/slot", counsellor.appointment("PUT", code + "/slot", "{}"));
    checked("POST " + ON_DAY + "/check-in", counsellor.appointment("POST", code + "/check-in", ""));
    checked("DELETE " + ON_DAY, counsellor.appointment("DELETE", code, ""));
    String other = counsellor.book(first, "letters", "fa").json().getString("code");
    assertThat(checked("DELETE " + ON_DAY, counsellor.appointment("DELETE", other, "")).status())
        .isEqualTo(204);
    checked(
        "POST " + ON_DAY + "/check-in", counsellor.appointment("POST", other + "/check-in", ""));
    checked("GET " + ON_DAY, counsellor.appointment("GET", "22222222", ""));
  }

  @Test
  void urgencyIsAsDescribed() {
    Api.Counsellor counsellor = api.signIn("mengede", 2);
    api.takeTicket("mengede", "letters", "de");
    JsonObject waiting = counsellor.line().json().getJsonArray("waiting").getJsonObject(0);
    long ticket = waiting.getJsonNumber("id").longValue();

    assertThat(checked("POST " + ACTION, counsellor.act(ticket, "urgent")).status()).isEqualTo(422);
    checked("POST " + ACTION, counsellor.act(ticket, "urgent", "{\"reason\":\"crisis\"}"));
  }

  private String[] admin() {
    String body = "{\"user\":\"admin\",\"password\":\"demo\"}";
    return new String[] {
      "Authorization", "Bearer " + api.post(SESSION, body).json().getString("token")
    };
  }

  private Api.Answer patch(String path, String body, String state, String[] caller) {
    String[] headers = {caller[0], caller[1], "If-Match", state};
    return api.send(
        "PATCH", path, BodyPublishers.ofString(body), state.isEmpty() ? caller : headers);
  }

  private static String pathOf(Api.Answer made) {
    return URI.create(made.header("Location")).getPath();
  }

  @Test
  void arrangingOfficesIsAsDescribed() {
    String[] admin = admin();
    String call = "PATCH " + ARRANGED;
    checked("GET " + ARRANGING, api.get(ARRANGING, admin));
    assertThat(checked("POST " + ARRANGING, api.post(ARRANGING, "{}", admin)).status())
        .isEqualTo(422);
    String body =
        """
        {"id":"probe","name":"Probe","zone":"Europe/Berlin","region":null,"outpost":true,
         "hours":[{"day":"TUESDAY","from":"10:00","until":"12:00","everyWeeks":2,"week":"2026-11-24"}],
         "counters":[{"label":"1","name":"Raum 1"}]}\
        """;
    Api.Answer founded = checked("POST " + ARRANGING, api.post(ARRANGING, body, admin));
    assertThat(founded.status()).isEqualTo(201);
    checked("POST " + ARRANGING, api.post(ARRANGING, body, admin));
    String probe = pathOf(founded);
    String state = founded.header("ETag");

    assertThat(checked(call, patch(probe, "{}", "", admin)).status()).isEqualTo(428);
    assertThat(checked(call, patch(probe, "{}", "\"77\"", admin)).status()).isEqualTo(412);
    assertThat(checked(call, patch(probe, "{\"hours\":[{}]}", state, admin)).json())
        .asString()
        .contains("hours[0].from");
    Api.Answer changed =
        checked(
            call,
            patch(
                probe,
                "{\"name\":\"Marten\",\"waitingLimit\":9,\"topics\":[\"letters\"]}",
                state,
                admin));
    assertThat(changed.json()).containsEntry("name", Json.createValue("Marten"));
    assertThat(changed.json().getJsonArray("hours")).hasSize(1);
    assertThat(changed.json().getJsonArray("topics")).hasSize(1);
    assertThat(patch(probe, "{\"waitingLimit\":null}", changed.header("ETag"), admin).json())
        .containsEntry("waitingLimit", JsonValue.NULL);
    Api.Answer present = checked("GET " + ARRANGED, api.get(probe, admin));
    assertThat(
            checked(
                    call,
                    patch(probe, "{\"closedFrom\":\"2026-01-01\"}", present.header("ETag"), admin))
                .status())
        .isEqualTo(200);
    checked("GET " + ARRANGED, api.get(ARRANGING + "/nowhere", admin));
    String lead = "Bearer " + api.signIn("mengede", 1).token();
    assertThat(
            checked(call, patch(probe, "{}", "*", new String[] {"Authorization", lead})).status())
        .isEqualTo(404);
    assertThat(checked("GET " + ARRANGING, api.get(ARRANGING, "Authorization", lead)).array())
        .hasSize(1);
  }

  @Test
  void orderingForTodayIsAsDescribed() {
    String[] lead = {"Authorization", "Bearer " + api.signIn("mengede", 1).token()};
    String own = ARRANGING + "/mengede/orders";
    String call = "PATCH " + ORDERS;
    String state = checked("GET " + ORDERS, api.get(own, lead)).header("ETag");
    assertThat(checked("GET " + ORDERS, api.get(ARRANGING + "/hoerde/orders", lead)).status())
        .isEqualTo(404);
    assertThat(checked(call, patch(own, "{}", "", lead)).status()).isEqualTo(428);
    assertThat(checked(call, patch(own, "{}", "\"77\"", lead)).status()).isEqualTo(412);
    for (String unfit :
        List.of(
            "{\"stop\":\"TIRED\"}",
            "{\"closesAt\":\"25:00\"}",
            "{\"announcement\":[]}",
            "{\"announcement\":{\"kind\":\"WITHOUT_LANGUAGE\",\"language\":\"klingon\"}}",
            "{\"announcement\":{\"kind\":\"OWN\",\"texts\":{\"en\":\"Hello\"}}}")) {
      assertThat(checked(call, patch(own, unfit, state, lead)).status()).as(unfit).isEqualTo(422);
    }

    String words = "{\"kind\":\"OWN\",\"texts\":{\"de\":\"Heute Umzug\"}}";
    Api.Answer ordered =
        checked(
            call,
            patch(own, "{\"stop\":\"FAULT\",\"announcement\":%s}".formatted(words), state, lead));
    assertThat(ordered.json()).containsEntry("stop", Json.createValue("FAULT"));
    assertThat(
            checked(
                    "POST /kiosk/api/v1/offices/{office}/tickets",
                    api.takeTicket("mengede", "letters", "de"))
                .json())
        .containsEntry("stop", Json.createValue("FAULT"));
    assertThat(patch(own, "{\"stop\":null}", state, lead).status()).isEqualTo(412);
    String none = "{\"stop\":null,\"announcement\":null}";
    assertThat(checked(call, patch(own, none, ordered.header("ETag"), lead)).json())
        .containsEntry("stop", JsonValue.NULL)
        .containsEntry("announcement", JsonValue.NULL);
  }

  @Test
  void closingForSomeDaysIsAsDescribed() {
    String[] lead = {"Authorization", "Bearer " + api.signIn("mengede", 1).token()};
    String own = ARRANGING + "/mengede/closures";
    String call = "POST " + CLOSURES;
    checked("GET " + CLOSURES, api.get(ARRANGING + "/hoerde/closures", lead));
    checked(call, api.post(own, "{}", lead));
    api.takeTicket("mengede", "letters", "de");
    String today = "{\"firstDay\":\"%s\",\"reason\":\"Wasser\"".formatted(api.today());
    Api.Answer asked = checked(call, api.post(own, today + "}", lead));
    assertThat(asked.status()).isEqualTo(409);
    assertThat(asked.json().getJsonArray("impacts").getJsonObject(0))
        .containsEntry("kind", Json.createValue("WAITING"));

    LocalDate far = api.today().plusDays(300);
    Api.Answer made = checked(call, api.post(own, "{\"firstDay\":\"%s\"}".formatted(far), lead));
    assertThat(made.status()).isEqualTo(201);
    Api.Answer again = checked(call, api.post(own, "{\"firstDay\":\"%s\"}".formatted(far), lead));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(made.json());
    checked("GET " + CLOSURES, api.get(own, lead));
    String remove = "DELETE " + CLOSURES + "/{closure}";
    assertThat(checked(remove, api.delete(pathOf(made), lead)).status()).isEqualTo(204);
    assertThat(checked(remove, api.delete(pathOf(made), lead)).status()).isEqualTo(404);
  }

  @Test
  void arrangingCountersIsAsDescribed() {
    String[] admin = admin();
    checked("GET " + COUNTERS, api.get(COUNTERS + "?office=nowhere", admin));
    checked("POST " + COUNTERS, api.post(COUNTERS, "{\"office\":\"eving\"}", admin));
    Api.Answer added =
        checked(
            "POST " + COUNTERS,
            api.post(
                COUNTERS, "{\"office\":\"eving\",\"label\":\"9\",\"name\":\"Raum 9\"}", admin));
    assertThat(added.status()).isEqualTo(201);
    String own = pathOf(added);
    assertThat(checked("GET " + COUNTERS, api.get(COUNTERS + "?office=eving", admin)).array())
        .contains(added.json());

    Api.Answer first =
        checked(
            "PATCH " + COUNTER,
            patch(own, "{\"position\":1,\"name\":\"Vorn\"}", added.header("ETag"), admin));
    assertThat(first.json().getInt("position")).isEqualTo(1);
    assertThat(
            checked("PATCH " + COUNTER, patch(own, "{\"name\":\"\"}", added.header("ETag"), admin))
                .status())
        .isEqualTo(412);
    checked("GET " + COUNTER, api.get(own, admin));
    assertThat(
            checked(
                    "PATCH " + COUNTER,
                    patch(own, "{\"retired\":true}", first.header("ETag"), admin))
                .status())
        .isEqualTo(204);
    assertThat(checked("GET " + COUNTER, api.get(own, admin)).status()).isEqualTo(404);
  }

  @Test
  void arrangingTopicsIsAsDescribed() {
    String[] admin = admin();
    checked("GET " + CATALOGUE, api.get(CATALOGUE, admin));
    checked("GET " + TOPIC, api.get(CATALOGUE + "/nothing", admin));
    Api.Answer topic = checked("GET " + TOPIC, api.get(CATALOGUE + "/work", admin));
    String own = CATALOGUE + "/work";

    Api.Answer changed =
        checked("PATCH " + TOPIC, patch(own, "{\"usualMinutes\":25}", topic.header("ETag"), admin));
    assertThat(changed.json()).containsEntry("usualMinutes", Json.createValue(25));
    checked("PATCH " + TOPIC, patch(own, "{\"usualMinutes\":1}", changed.header("ETag"), admin));
    assertThat(patch(own, "{\"retired\":false}", changed.header("ETag"), admin).header("ETag"))
        .isEqualTo(changed.header("ETag"));
    String lead = "Bearer " + api.signIn("mengede", 1).token();
    assertThat(checked("GET " + CATALOGUE, api.get(CATALOGUE, "Authorization", lead)).status())
        .isEqualTo(403);
  }

  @Test
  void aTopicOfTheInstallationIsAsDescribed() {
    String[] admin = admin();
    checked("POST " + CATALOGUE, api.post(CATALOGUE, "{}", admin));
    Api.Answer added =
        checked(
            "POST " + CATALOGUE,
            api.post(
                CATALOGUE,
                "{\"names\":[{\"language\":\"de\",\"name\":\"Fahrradkurs\"}],\"walkIn\":true}",
                admin));
    assertThat(added.status()).isEqualTo(201);
    String own = pathOf(added);

    checked("GET " + TOPIC, api.get(own, admin));
    assertThat(patch(own, "{\"retired\":true}", added.header("ETag"), admin).status())
        .isEqualTo(200);
  }

  @Test
  void managingDevicesIsAsDescribed() {
    String[] admin = admin();
    String asked = "POST /kiosk/api/v1/devices/pairing";
    String code =
        checked(asked, api.post("/kiosk/api/v1/devices/pairing", "{\"role\":\"KIOSK\"}"))
            .json()
            .getString("code");
    String wish = "{\"code\":\"%s\",\"role\":\"KIOSK\",\"office\":\"eving\",\"name\":\"Probe\"}";
    checked("POST " + DEVICES, api.post(DEVICES, "{}", admin));
    assertThat(
            checked("POST " + DEVICES, api.post(DEVICES, wish.formatted("22222222"), admin))
                .status())
        .isEqualTo(404);
    Api.Answer paired = checked("POST " + DEVICES, api.post(DEVICES, wish.formatted(code), admin));
    assertThat(paired.status()).isEqualTo(201);
    String own = pathOf(paired);
    checked("GET " + DEVICES, api.get(DEVICES, admin));

    Api.Answer renamed =
        checked("PATCH " + DEVICE, patch(own, "{\"name\":\"Tür\"}", paired.header("ETag"), admin));
    assertThat(renamed.json()).containsEntry("name", Json.createValue("Tür"));
    assertThat(
            checked(
                    "PATCH " + DEVICE,
                    patch(own, "{\"revoked\":true}", paired.header("ETag"), admin))
                .status())
        .isEqualTo(412);
    assertThat(patch(own, "{\"revoked\":true}", renamed.header("ETag"), admin).json())
        .containsEntry("state", Json.createValue("REVOKED"));
    checked("GET " + DEVICE, api.get(own, admin));
    checked("GET " + DEVICE, api.get(DEVICES + "/1", admin));
  }

  private static String textChange(String key, String text) {
    JsonObject line = Json.createObjectBuilder(Map.of("key", key, "text", text)).build();
    return Json.createObjectBuilder()
        .add("texts", Json.createArrayBuilder().add(line))
        .build()
        .toString();
  }

  @Test
  void textsAreFilesForTranslators() {
    String[] admin = admin();

    Api.Answer xliff = api.get("/admin/texts.xlf?language=ar", admin);

    assertThat(xliff.status()).isEqualTo(200);
    assertThat(xliff.body()).contains("<xliff", "version=\"2.0\"", "trgLang=\"ar\"");
    assertThat(api.get("/admin/texts.properties?language=ar", admin).status()).isEqualTo(200);
  }

  @Test
  void textsAreAsDescribed() {
    String[] admin = admin();
    String call = "PATCH " + TEXTS;
    Api.Answer texts = checked("GET " + TEXTS, api.get(TEXTS + "?language=ar", admin));
    JsonObject first = texts.json().getJsonArray("texts").getJsonObject(0);
    checked("GET " + TEXTS, api.get(TEXTS + "?language=tlh", admin));
    String key = first.getString("key");
    String path = TEXTS + "?language=ar";

    assertThat(checked(call, patch(path, textChange(key, "x"), "\"77\"", admin)).status())
        .isEqualTo(412);
    assertThat(
            checked(call, patch(path, textChange(key, "{nothing"), texts.header("ETag"), admin))
                .status())
        .isEqualTo(422);
    assertThat(
            checked(call, patch(path, textChange("no.text", "x"), texts.header("ETag"), admin))
                .status())
        .isIn(404, 422);
    String same = textChange(key, first.getString("shipped"));
    assertThat(checked(call, patch(path, same, texts.header("ETag"), admin)).status())
        .isEqualTo(200);
  }

  @Test
  void managingPeopleIsAsDescribed() {
    String[] admin = admin();
    checked("GET " + PEOPLE, api.get(PEOPLE, admin));
    checked("POST " + PEOPLE, api.post(PEOPLE, "{\"login\":\"probe\"}", admin));
    String body = "{\"login\":\"probe\",\"displayName\":\"Probe\",\"office\":\"eving\"}";
    Api.Answer invited = checked("POST " + PEOPLE, api.post(PEOPLE, body, admin));
    assertThat(invited.status()).isEqualTo(201);
    assertThat(checked("POST " + PEOPLE, api.post(PEOPLE, body, admin)).status()).isEqualTo(409);
    String own = pathOf(invited);

    checked("GET " + PERSON, api.get(own, admin));
    checked("GET " + PERSON, api.get(PEOPLE + "/1", admin));
    Api.Answer changed =
        checked(
            "PATCH " + PERSON,
            patch(own, "{\"languages\":[\"ar\"]}", invited.header("ETag"), admin));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(
            checked("PATCH " + PERSON, patch(own, "{\"left\":true}", invited.header("ETag"), admin))
                .status())
        .isEqualTo(412);
    assertThat(
            patch(own, "{\"left\":true}", changed.header("ETag"), admin).json().getString("status"))
        .isEqualTo("LEFT");
    assertThat(patch(own, "{\"left\":false}", "*", admin).json().getString("status"))
        .isEqualTo("INVITED");
    checked("PATCH " + PERSON, patch(own, "{\"roles\":[\"KING\"]}", "*", admin));
    String[] lead = {"Authorization", "Bearer " + api.signIn("mengede", 1).token()};
    assertThat(checked("PATCH " + PERSON, patch(own, "{}", "*", lead)).status()).isEqualTo(404);
  }

  @Test
  void webhooksAreAsDescribed() {
    String[] admin = admin();
    String hook =
        "{\"name\":\"Anzeige\",\"address\":\"https://hooks.example\",\"events\":[\"offer.made\"]}";
    Api.Answer added = checked("POST " + WEBHOOKS, api.post(WEBHOOKS, hook, admin));
    assertThat(added.status()).isEqualTo(201);
    assertThat(added.json().getString("secret")).startsWith("whsec_");
    assertThat(checked("POST " + WEBHOOKS, api.post(WEBHOOKS, hook, admin)).status())
        .isEqualTo(409);
    checked("POST " + WEBHOOKS, api.post(WEBHOOKS, hook.replace("https", "http"), admin));
    checked("GET " + WEBHOOKS, api.get(WEBHOOKS, admin));
    String own = added.header("Location").replaceFirst("https?://[^/]*", "");
    assertThat(checked("GET " + WEBHOOK, api.get(own, admin)).body()).doesNotContain("whsec_");
    checked("GET " + WEBHOOK, api.get(WEBHOOKS + "/1", admin));

    String call = "PATCH " + WEBHOOK;
    String pause = "{\"status\":\"PAUSED\",\"offices\":[\"mengede\"]}";
    Api.Answer paused = checked(call, patch(own, pause, added.header("ETag"), admin));
    assertThat(paused.json().getString("status")).isEqualTo("PAUSED");
    assertThat(paused.json().getString("name")).isEqualTo("Anzeige");
    assertThat(checked(call, patch(own, "{}", added.header("ETag"), admin)).status())
        .isEqualTo(412);
    assertThat(checked(call, patch(own, "{\"events\":[\"x\"]}", "*", admin)).status())
        .isEqualTo(422);
    assertThat(checked(call, patch(own, "{\"status\":\"GONE\"}", "*", admin)).status())
        .isEqualTo(422);

    String rotate = "POST " + WEBHOOK + "/secret";
    assertThat(checked(rotate, api.post(own + "/secret", "", admin)).status()).isEqualTo(428);
    String[] once = Arrays.copyOf(admin, admin.length + 2);
    once[admin.length] = "If-Match";
    once[admin.length + 1] = api.get(own, admin).header("ETag");
    assertThat(checked(rotate, api.post(own + "/secret", "", once)).status()).isEqualTo(200);
    assertThat(checked(rotate, api.post(own + "/secret", "", once)).status()).isEqualTo(412);
    checked("GET " + DEAD, api.get(own + "/dead-deliveries?limit=5", admin));
    checked("GET " + DEAD, api.get(own + "/dead-deliveries?limit=0", admin));
    String resend = own + "/dead-deliveries/resend";
    assertThat(checked("POST " + DEAD + "/resend", api.post(resend, "", admin)).status())
        .isEqualTo(204);
    String one = own + "/dead-deliveries/1/resend";
    assertThat(checked("POST " + DEAD + "/{delivery}/resend", api.post(one, "", admin)).status())
        .isEqualTo(404);

    assertThat(checked("DELETE " + WEBHOOK, api.delete(own, admin)).status()).isEqualTo(428);
    String[] seen = Arrays.copyOf(admin, admin.length + 2);
    seen[admin.length] = "If-Match";
    seen[admin.length + 1] = "?";
    assertThat(api.delete(own, seen).status()).as("no entity tag").isEqualTo(400);
    seen[admin.length + 1] = "*";
    assertThat(checked("DELETE " + WEBHOOK, api.delete(own, seen)).status()).isEqualTo(204);
    assertThat(checked("DELETE " + WEBHOOK, api.delete(own, seen)).status()).isEqualTo(404);
  }

  @Test
  void theHistoryIsAsDescribed() {
    String call = "GET " + HISTORY;
    String[] admin = admin();
    assertThat(checked(call, api.get(HISTORY, admin)).status()).isEqualTo(200);
    assertThat(checked(call, api.get(HISTORY + "?office=mengede&limit=1", admin)).status())
        .isEqualTo(200);
    assertThat(checked(call, api.get(HISTORY + "?cursor=x", admin)).status()).isEqualTo(422);
    assertThat(checked(call, api.get(HISTORY + "?office=nowhere", admin)).status()).isEqualTo(404);
    assertThat(checked(call, api.get(HISTORY)).status()).isEqualTo(401);
    String counsellor = "Bearer " + api.signIn("mengede", 2).token();
    assertThat(checked(call, api.get(HISTORY, "Authorization", counsellor)).status())
        .isEqualTo(403);
  }

  @Test
  void signingInAndOutIsAsDescribed() {
    String call = "POST " + SESSION;
    Api.Answer welcome =
        checked(
            call,
            api.post(
                SESSION,
                "{\"user\":\"mengede-3\",\"password\":\"demo\",\"office\":\"mengede\","
                    + "\"counter\":\"3\",\"tandem\":true}"));
    String asked =
        "{\"user\":\"mengede-2\",\"password\":\"demo\",\"office\":\"mengede\",\"counter\":\"3\"}";
    assertThat(checked(call, api.post(SESSION, asked)).json().getString("ask")).isEqualTo("tandem");
    checked(call, api.post(SESSION, "{\"user\":\"mengede-3\",\"password\":\"demo\"}"));
    checked(call, api.post(SESSION, "{\"user\":\"nobody\",\"password\":\"demo\"}"));
    checked(call, api.post(SESSION, "{\"user\":\"nobody\"}"));
    checked(
        call,
        api.post(SESSION, "{\"user\":\"mengede-3\",\"password\":\"demo\",\"office\":\"hoerde\"}"));
    String[] shown = {"Authorization", "Bearer " + welcome.json().getString("token")};
    api.takeTicket("mengede", "letters", "de");
    long counter = welcome.json().getJsonObject("counter").getJsonNumber("id").longValue();
    api.post("/admin/api/v1/counters/" + counter + "/next", "", shown);
    assertThat(checked("DELETE " + SESSION, api.delete(SESSION, shown)).status()).isEqualTo(409);
    checked("DELETE " + SESSION, api.delete(SESSION + "?visits=home", shown));
    assertThat(checked("DELETE " + SESSION, api.delete(SESSION + "?visits=back", shown)).status())
        .isEqualTo(204);
    assertThat(checked("DELETE " + SESSION, api.delete(SESSION, shown)).status()).isEqualTo(401);
  }
}
