package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@code /openapi} says of the REST interface is true, and it leaves nothing out. */
class OpenApiIT {

  private static final String OFFICES = "/kiosk/api/v1/offices";
  private static final String TOPICS = OFFICES + "/{office}/topics";
  private static final String TICKETS = OFFICES + "/{office}/tickets";
  private static final String TICKET = "/kiosk/api/v1/tickets/{token}";
  private static final String BOARD = "/display/api/v1/offices/{office}/board";
  private static final String SESSION = "/admin/api/v1/session";
  private static final String NEXT = "/admin/api/v1/counters/{counter}/next";
  private static final String ACTION = "/admin/api/v1/tickets/{ticket}/{action}";
  private static final String LINE = "/admin/api/v1/offices/{office}/line";

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
  void whatAKioskGetsIsAsDescribed() {
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
  void whatAVisitorGetsIsAsDescribed() {
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

  @Test
  void whatADisplayGetsIsAsDescribed() {
    checked("GET " + BOARD, api.get("/display/api/v1/offices/mengede/board"));
    checked("GET " + BOARD, api.get("/display/api/v1/offices/dorstfeld/board"));
    checked("GET " + BOARD, api.get("/display/api/v1/offices/nowhere/board"));
  }

  @Test
  void whatACounsellorGetsIsAsDescribed() {
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
  void signingInAndOutIsAsDescribed() {
    String call = "POST " + SESSION;
    Api.Answer welcome =
        checked(
            call,
            api.post(
                SESSION,
                "{\"user\":\"mengede-3\",\"password\":\"demo\",\"office\":\"mengede\","
                    + "\"counter\":\"3\"}"));
    checked(call, api.post(SESSION, "{\"user\":\"mengede-3\",\"password\":\"demo\"}"));
    checked(call, api.post(SESSION, "{\"user\":\"nobody\",\"password\":\"demo\"}"));
    checked(call, api.post(SESSION, "{\"user\":\"nobody\"}"));
    checked(
        call,
        api.post(SESSION, "{\"user\":\"mengede-3\",\"password\":\"demo\",\"office\":\"hoerde\"}"));
    String[] shown = {"Authorization", "Bearer " + welcome.json().getString("token")};
    assertThat(checked("DELETE " + SESSION, api.delete(SESSION, shown)).status()).isEqualTo(204);
    assertThat(checked("DELETE " + SESSION, api.delete(SESSION, shown)).status()).isEqualTo(401);
  }
}
