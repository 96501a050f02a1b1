package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.server.system.StaffCallers.Caller;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What belongs to an office of a demonstration and can be named in a request: a ticket, an
 * appointment, a counter, a closure, a device, a person. Some of it is made here, and taken back.
 */
final class OfficeContent {

  private static final String TOPIC = "letters";
  private static final String CLOSURE = "{\"firstDay\":\"2099-01-05\",\"reason\":\"Probe\"}";

  private final Api api;
  private final String office;
  private final String[] admin;
  private final String[] counsellor;
  private final Map<String, String> names = new HashMap<>();
  private final String ticket;
  private final String poll;

  /**
   * @param admin one who may arrange everything
   * @param counsellor the sign-in of a person who serves visitors there
   */
  OfficeContent(Api api, String office, Caller admin, String counsellor) {
    this.api = api;
    this.office = office;
    this.admin = admin.headers();
    this.counsellor = new String[] {"Authorization", "Bearer " + counsellor};
    Api.Answer taken = api.takeTicket(office, TOPIC, "de");
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    ticket = taken.json().getString("token");
    names.put("office", office);
    names.put("like", office);
    names.put("ticket", idOf(line().getJsonArray("waiting"), "number", number(taken)));
    names.put("counter", idOf(array("/counters?office=" + office), "label", "3"));
    names.put("person", idOf(array("/people"), "login", office + "-3"));
    names.put("organisation", organisationOf(office.equals(StaffCallers.OWN) ? "-1" : "-2"));
    names.put("device", pairedDevice());
    names.put("closure", closure());
    book();
    JsonObject asking = askForPairing();
    names.put("pairing", asking.getString("code"));
    poll = asking.getString("poll");
  }

  private static String number(Api.Answer ticket) {
    return ticket.json().getString("number");
  }

  private JsonArray array(String path) {
    return api.get("/admin/api/v1" + path, admin).array();
  }

  private JsonObject line() {
    return api.get(ofOffice("/line"), counsellor).json();
  }

  private String ofOffice(String rest) {
    return "/admin/api/v1/offices/" + office + rest;
  }

  private static String idOf(JsonArray all, String member, String value) {
    return one(all, member, value).get("id").toString();
  }

  private static JsonObject one(JsonArray all, String member, String value) {
    return all.getValuesAs(JsonObject.class).stream()
        .filter(some -> some.getString(member).equals(value))
        .findFirst()
        .orElseThrow();
  }

  /** The organisation of one of the people; even ones are of the partner of the city. */
  private String organisationOf(String counsellor) {
    return one(array("/people"), "login", office + counsellor).getString("organisation");
  }

  private JsonObject askForPairing() {
    return api.post("/kiosk/api/v1/devices/pairing", "").json();
  }

  private String pairedDevice() {
    String body =
        "{\"code\":\"%s\",\"role\":\"DISPLAY\",\"office\":\"%s\",\"name\":\"Probe %s\"}"
            .formatted(askForPairing().getString("code"), office, office);
    Api.Answer paired = api.post("/admin/api/v1/devices", body, admin);
    assertThat(paired.status()).as(paired.body()).isEqualTo(201);
    return paired.json().get("id").toString();
  }

  private String closure() {
    return api.post(ofOffice("/closures"), CLOSURE, admin).json().get("id").toString();
  }

  private void book() {
    JsonArray slots =
        api.get(ofOffice("/slots?topic=" + TOPIC + "&language=de"), counsellor)
            .json()
            .getJsonArray("slots");
    String body = "{\"slot\":\"%s\",\"topic\":\"%s\",\"language\":\"de\"}";
    Api.Answer booked =
        api.post(
            ofOffice("/appointments"),
            body.formatted(slots.getJsonObject(0).getString("id"), TOPIC),
            counsellor);
    assertThat(booked.status()).as(booked.body()).isEqualTo(201);
    names.put("code", booked.json().getString("code"));
    names.put("slot", slots.getJsonObject(1).getString("id"));
  }

  /** What can be named. */
  Map<String, String> names() {
    return names;
  }

  /** Makes the closure again, in case it was removed. */
  void closeAgain() {
    names.put("closure", closure());
  }

  /** The visitors leave, and the slot is over, so that no action applies to them. */
  void end() {
    names.put("slot", office + "_20200107T0900Z");
    endVisits();
  }

  private void endVisits() {
    assertThat(api.delete("/kiosk/api/v1/tickets/" + ticket).status()).isEqualTo(204);
    api.delete(ofOffice("/appointments/" + names.get("code")), counsellor);
  }

  /** All that a request could change. */
  String state() {
    JsonObject visitor = api.ticket(ticket).json();
    List<String> state = new ArrayList<>();
    state.add(visitor.getString("state") + visitor.getString("topic") + visitor.get("language"));
    state.add(api.get("/kiosk/api/v1/appointments/" + names.get("code")).body());
    state.add(Integer.toString(api.get(poll).status()));
    for (String path :
        List.of(
            "/offices",
            "/offices/" + office + "/orders",
            "/offices/" + office + "/closures",
            "/counters?office=" + office,
            "/people",
            "/devices",
            "/history?limit=1&office=" + office)) {
      state.add(api.get("/admin/api/v1" + path, admin).body());
    }
    return String.join("\n", state);
  }

  /** Takes back what was made. */
  void leave() {
    endVisits();
    for (JsonObject called : line().getJsonArray("atCounters").getValuesAs(JsonObject.class)) {
      if (called.getString("state").equals("CALLED")) {
        api.post("/admin/api/v1/tickets/" + called.get("id") + "/return", "", counsellor);
      }
    }
    api.delete(ofOffice("/closures/" + closure()), admin);
    api.send(
        "PATCH",
        "/admin/api/v1/devices/" + names.get("device"),
        BodyPublishers.ofString("{\"revoked\":true}"),
        "Authorization",
        admin[1],
        "If-Match",
        "*");
  }
}
