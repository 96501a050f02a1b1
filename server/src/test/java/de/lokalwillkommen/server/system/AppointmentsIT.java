package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An appointment's life through the public interfaces. */
class AppointmentsIT {

  private static final String API = "/kiosk/api/v1/";
  private static final String APPOINTMENTS = API + "appointments";
  private static final String WAITLIST = API + "waitlist";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);

  private List<JsonObject> slots(String query) {
    Api.Answer answer = api.get(API + "slots?topic=housing&language=de&" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().getJsonArray("slots").getValuesAs(JsonObject.class);
  }

  /** Slots in three days: soon enough to be bookable, too late to be checked in. */
  private List<JsonObject> laterSlots(String office, int limit) {
    LocalDate day = api.today().plusDays(3);
    return slots("office=" + office + "&from=" + day + "&limit=" + limit);
  }

  private static JsonObjectBuilder wish(JsonObject slot) {
    return Json.createObjectBuilder()
        .add("slot", slot.getString("id"))
        .add("topic", "housing")
        .add("language", "de");
  }

  private Api.Answer hold(JsonObjectBuilder wish) {
    return hold(wish, UUID.randomUUID().toString());
  }

  private Api.Answer hold(JsonObjectBuilder wish, String key) {
    return api.post(APPOINTMENTS, wish.build().toString(), "Idempotency-Key", key);
  }

  private Api.Answer put(String path, String body) {
    return api.send("PUT", path, BodyPublishers.ofString(body));
  }

  private Api.Answer confirm(JsonObject appointment) {
    return put(linkOf(appointment, "confirmation"), "");
  }

  private JsonObject book(JsonObject slot) {
    Api.Answer answer = confirm(hold(wish(slot)).json());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private Api.Answer move(JsonObject appointment, JsonObject to) {
    return put(linkOf(appointment, "slot"), "{\"slot\":\"" + to.getString("id") + "\"}");
  }

  private Api.Answer checkIn(String office, JsonObject appointment) {
    return api.post(
        API + "offices/" + office + "/check-ins",
        "{\"code\":\"" + appointment.getString("code") + "\"}");
  }

  private static String linkOf(JsonObject thing, String link) {
    return thing.getJsonObject("links").getString(link);
  }

  private static void assertRefused(Api.Answer answer, String reason) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().getString("reason")).isEqualTo(reason);
    assertThat(answer.json().getString("detail")).isNotBlank();
  }

  @Test
  void freeSlotsComeInOrderAndAsManyAsAskedFor() {
    List<JsonObject> here = slots("office=mengede&limit=7");
    List<JsonObject> anywhere = slots("office=any&limit=100");

    assertThat(here)
        .hasSize(7)
        .allSatisfy(
            slot -> {
              assertThat(slot.getString("office")).isEqualTo("mengede");
              assertThat(slot.getInt("free")).isPositive();
              assertThat(Instant.parse(slot.getString("end"))).isAfter(slot.getString("start"));
            })
        .isSortedAccordingTo((a, b) -> start(a).compareTo(start(b)));
    assertThat(anywhere).hasSize(100);
    assertThat(anywhere).extracting(slot -> slot.getString("office")).contains("eving", "hoerde");
    assertThat(slots("")).hasSize(20);
  }

  private static Instant start(JsonObject thing) {
    return Instant.parse(thing.getString("start"));
  }

  @Test
  void daysAndInstantsLimitTheSearch() {
    LocalDate day = api.today().plusDays(4);
    Instant begin = day.atStartOfDay(BERLIN).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(BERLIN).toInstant();

    assertThat(slots("office=eving&limit=100&from=%s&to=%s".formatted(day, day)))
        .isNotEmpty()
        .allSatisfy(slot -> assertThat(start(slot)).isBetween(begin, end.minusMillis(1)));
    assertThat(
            slots("office=eving&limit=100&from=%s&to=%s".formatted(begin, begin.plusSeconds(3600))))
        .hasSizeBetween(1, 2);
    String withOffset = day + "T00:00:00+01:00";
    assertThat(slots("office=eving&limit=1&from=" + withOffset)).hasSize(1);
  }

  @Test
  void aSlotIsHeldConfirmedSeenMovedAndCancelled() {
    List<JsonObject> free = laterSlots("brackel", 2);

    Api.Answer held = hold(wish(free.get(0)));
    assertThat(held.status()).as(held.body()).isEqualTo(201);
    JsonObject appointment = held.json();
    String self = linkOf(appointment, "self");
    assertThat(held.header("Location")).endsWith(self);
    assertThat(self).isEqualTo(APPOINTMENTS + "/" + appointment.getString("code"));
    assertThat(appointment.getString("state")).isEqualTo("HELD");
    assertThat(Instant.parse(appointment.getString("heldUntil")))
        .isBetween(api.now(), api.now().plus(Duration.ofMinutes(6)));
    Api.Answer tooSoon = move(appointment, free.get(1));
    assertThat(tooSoon.status()).isEqualTo(409);
    assertThat(tooSoon.json().getString("state")).isEqualTo("HELD");

    String calendar = linkOf(appointment, "calendar");
    assertThat(api.get(calendar).status()).isEqualTo(409);

    assertThat(confirm(appointment).json().getString("state")).isEqualTo("BOOKED");
    assertThat(confirm(appointment).status()).isEqualTo(200);
    assertThat(api.get(calendar).header("Content-Type")).startsWith("text/calendar");
    JsonObject seen = api.get(self).json();
    assertThat(start(seen)).isEqualTo(start(free.get(0)));
    assertThat(seen.isNull("heldUntil")).isTrue();
    String code = appointment.getString("code");
    String typed = (code.substring(0, 4) + "-" + code.substring(4)).toLowerCase();
    assertThat(api.get(APPOINTMENTS + "/" + typed).json()).isEqualTo(seen);

    Api.Answer moved = move(appointment, free.get(1));
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(moved.json().getString("code")).isEqualTo(code);
    assertThat(start(moved.json())).isEqualTo(start(free.get(1)));
    assertThat(laterSlots("brackel", 1)).extracting(s -> start(s)).containsExactly(start(seen));

    assertThat(api.delete(self).status()).isEqualTo(204);
    assertThat(api.delete(self).status()).isEqualTo(204);
    assertThat(api.get(self).json().getString("state")).isEqualTo("CANCELLED");
    Api.Answer tooLate = move(appointment, free.get(1));
    assertThat(tooLate.status()).isEqualTo(409);
    assertThat(tooLate.json().getString("state")).isEqualTo("CANCELLED");
    assertThat(confirm(appointment).status()).isEqualTo(409);
  }

  @Test
  void theSameKeyIsTheSameAppointmentAndForNothingElse() {
    List<JsonObject> free = laterSlots("luetgendortmund", 2);
    String key = UUID.randomUUID().toString();

    List<Api.Answer> answers =
        IntStream.range(0, 20).parallel().mapToObj(i -> hold(wish(free.get(0)), key)).toList();

    assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 201);
    assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
    assertThat(answers)
        .extracting(a -> a.json().getString("code"))
        .containsOnly(answers.get(0).json().getString("code"));
    assertThat(hold(wish(free.get(1)), key).status()).isEqualTo(422);
  }

  @Test
  void aVisitorWhoComesTooLateGetsTheNextThree() {
    JsonObject slot = laterSlots("innenstadt-west", 1).get(0);

    List<Api.Answer> answers =
        IntStream.range(0, 20).parallel().mapToObj(i -> hold(wish(slot))).toList();

    assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(slot.getInt("free"));
    assertThat(answers)
        .filteredOn(a -> a.status() != 201)
        .allSatisfy(
            refused -> {
              assertRefused(refused, "taken");
              assertThat(refused.json().getJsonArray("alternatives").getValuesAs(JsonObject.class))
                  .hasSize(3)
                  .extracting(s -> s.getString("office"))
                  .containsOnly("innenstadt-west");
            });
    JsonObject other =
        answers.stream()
            .filter(a -> a.status() != 201)
            .map(a -> a.json().getJsonArray("alternatives").getJsonObject(0))
            .findFirst()
            .orElseThrow();
    JsonObject own = book(other);
    assertRefused(move(own, slot), "taken");
  }

  @Test
  void oneVisitHasOneOpenAppointmentAndWhereNothingIsSentNoAddressIsKept() {
    List<JsonObject> free = laterSlots("eving", 3);
    String flow = UUID.randomUUID().toString();

    JsonObject first = hold(wish(free.get(0)).add("flow", flow)).json();
    JsonObject second = hold(wish(free.get(1)).add("flow", flow)).json();
    assertThat(api.get(linkOf(first, "self")).json().getString("state")).isEqualTo("CANCELLED");
    String address = UUID.randomUUID() + "@example.org";
    Api.Answer confirmed = put(linkOf(second, "confirmation"), "{\"contact\":\"" + address + "\"}");
    assertThat(confirmed.json().getString("state")).isEqualTo("BOOKED");
    assertThat(confirmed.body()).doesNotContain(address);
    assertThat(confirmed.json().getBoolean("letters")).isFalse();

    assertRefused(hold(wish(free.get(2)).add("flow", flow)), "oneOpen");
  }

  @Test
  void pastSlotsAndSlotsTooFarAheadCannotBeBooked() {
    Instant lastHour = api.now().minus(Duration.ofHours(1));
    Instant nextYear = api.now().plus(Duration.ofDays(365));

    assertRefused(hold(wish(slotAt("eving", lastHour))), "past");
    assertRefused(hold(wish(slotAt("eving", nextYear))), "tooFar");
  }

  private static JsonObject slotAt(String office, Instant start) {
    String stamp = start.toString().replaceAll("[-:]", "").substring(0, 13);
    return Json.createObjectBuilder().add("id", office + "_" + stamp + "Z").build();
  }

  @Test
  void anAppointmentIsCheckedInOnceAndStandsInLine() {
    JsonObject slot = slots("office=any&limit=1").get(0);
    String office = slot.getString("office");
    JsonObject appointment = book(slot);

    Api.Answer answer = checkIn(office, appointment);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    JsonObject ticket = answer.json();
    assertThat(ticket.getString("number")).startsWith("T");
    assertThat(ticket.getString("origin")).isEqualTo("APPOINTMENT");
    assertThat(ticket.getString("state")).isEqualTo("WAITING");
    assertThat(answer.header("Location")).endsWith(linkOf(ticket, "self"));
    assertThat(api.get(linkOf(ticket, "self")).json().getString("number"))
        .isEqualTo(ticket.getString("number"));

    Api.Answer again = checkIn(office, appointment);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().getString("token")).isEqualTo(ticket.getString("token"));
    assertThat(api.get(linkOf(appointment, "self")).json().getString("state"))
        .isEqualTo("CHECKED_IN");
    assertThat(api.delete(linkOf(appointment, "self")).status()).isEqualTo(409);
    assertThat(api.delete(linkOf(ticket, "self")).status()).isEqualTo(204);
  }

  @Test
  void everyRefusalAtCheckInHasItsReason() {
    JsonObject later = laterSlots("mengede", 1).get(0);
    JsonObject held = hold(wish(later)).json();

    assertRefused(checkIn("mengede", held), "notConfirmed");
    confirm(held);
    Api.Answer wrongDay = checkIn("mengede", held);
    assertRefused(wrongDay, "wrongDay");
    assertThat(wrongDay.json().getString("start")).isEqualTo(later.getString("start"));
    Api.Answer elsewhere = checkIn("eving", held);
    assertRefused(elsewhere, "wrongDay");
    assertThat(elsewhere.json().getString("office")).isEqualTo("mengede");
    assertThat(elsewhere.json().getString("officeName")).isEqualTo("Mengede");
    api.delete(linkOf(held, "self"));
    assertRefused(checkIn("mengede", held), "cancelled");

    JsonObject inHours =
        slots("office=mengede&limit=1&from=" + api.now().plus(Duration.ofMinutes(90))).get(0);
    Api.Answer early = checkIn("mengede", book(inHours));
    assertRefused(early, "early");
    assertThat(Instant.parse(early.json().getString("from")))
        .isEqualTo(start(inHours).minus(Duration.ofHours(1)));
  }

  @Test
  void aVisitorOnTheWaitlistIsOfferedACancelledSlotAndTakesIt() {
    List<JsonObject> free = laterSlots("innenstadt-nord", 2);
    JsonObject early = book(free.get(0));
    JsonObject mine = book(free.get(1));
    JsonObjectBuilder wish = waiting("innenstadt-nord").add("appointment", mine.getString("code"));
    JsonObject wanted = wish.build();
    String key = UUID.randomUUID().toString();

    Api.Answer joined = join(wanted, key);
    assertThat(joined.status()).as(joined.body()).isEqualTo(201);
    String self = linkOf(joined.json(), "self");
    assertThat(joined.header("Location")).endsWith(self);
    assertThat(joined.json().getString("appointment")).isEqualTo(mine.getString("code"));
    assertThat(join(wanted, key).status()).isEqualTo(200);
    assertThat(join(wanted, UUID.randomUUID().toString()).json().getString("code"))
        .isEqualTo(joined.json().getString("code"));
    assertThat(join(waiting("eving").build(), key).status()).isEqualTo(422);

    api.delete(linkOf(early, "self"));
    JsonObject offer = api.get(self).json().getJsonObject("offer");
    assertThat(offer.getString("start")).isEqualTo(early.getString("start"));
    assertThat(api.get(linkOf(offer, "self")).json()).isEqualTo(offer);
    assertThat(Instant.parse(offer.getString("expiresAt"))).isAfter(api.now());
    assertThat(laterSlots("innenstadt-nord", 1))
        .extracting(s -> s.getString("start"))
        .doesNotContain(early.getString("start"));

    Api.Answer claimed = api.post(linkOf(offer, "claim"), "");
    assertThat(claimed.status()).as(claimed.body()).isEqualTo(200);
    assertThat(claimed.json().getString("code")).isEqualTo(mine.getString("code"));
    assertThat(claimed.json().getString("start")).isEqualTo(early.getString("start"));
    assertThat(api.post(linkOf(offer, "claim"), "").json()).isEqualTo(claimed.json());
    assertThat(api.get(self).json().getString("state")).isEqualTo("SERVED");
    assertThat(api.get(linkOf(offer, "self")).json().getString("state")).isEqualTo("CLAIMED");
  }

  @Test
  void anOfferMayBePassedAndThePlaceOnTheWaitlistLeft() {
    JsonObject slot = laterSlots("luetgendortmund", 3).get(2);
    JsonObject other = book(slot);
    JsonObject entry =
        join(waiting("luetgendortmund").build(), UUID.randomUUID().toString()).json();
    assertThat(entry.getJsonArray("offices").getValuesAs(JsonString.class))
        .extracting(JsonString::getString)
        .containsExactly("luetgendortmund");
    String self = linkOf(entry, "self");
    api.delete(linkOf(other, "self"));
    JsonObject offer = api.get(self).json().getJsonObject("offer");

    assertThat(api.delete(linkOf(offer, "self")).status()).isEqualTo(204);
    assertThat(api.delete(linkOf(offer, "self")).status()).isEqualTo(204);
    Api.Answer tooLate = api.post(linkOf(offer, "claim"), "");
    assertThat(tooLate.status()).as(tooLate.body()).isEqualTo(410);
    assertThat(tooLate.json().getString("state")).isEqualTo("DECLINED");
    assertThat(api.get(self).json().isNull("offer")).isTrue();
    assertThat(api.get(self).json().getString("state")).isEqualTo("WAITING");

    assertThat(api.delete(self).status()).isEqualTo(204);
    assertThat(api.delete(self).status()).isEqualTo(204);
    assertThat(api.get(self).json().getString("state")).isEqualTo("LEFT");
  }

  @Test
  void aVisitorWithoutAnAppointmentIsBookedByTakingAnOffer() {
    JsonObject other = book(laterSlots("hoerde", 1).get(0));
    JsonObject entry = join(waiting("hoerde").build(), UUID.randomUUID().toString()).json();
    api.delete(linkOf(other, "self"));
    JsonObject offer = api.get(linkOf(entry, "self")).json().getJsonObject("offer");

    JsonObject taken = api.post(linkOf(offer, "claim"), "").json();

    assertThat(taken.getString("state")).isEqualTo("BOOKED");
    assertThat(taken.getString("start")).isEqualTo(other.getString("start"));
    assertThat(api.get(linkOf(entry, "self")).json().getString("appointment"))
        .isEqualTo(taken.getString("code"));
    api.delete(linkOf(taken, "self"));
  }

  private JsonObjectBuilder waiting(String office) {
    LocalDate today = api.today();
    return Json.createObjectBuilder()
        .add("topic", "housing")
        .add("language", "de")
        .add("office", office)
        .add("from", today.toString())
        .add("to", today.plusDays(14).toString())
        .add("partOfDay", "ANY");
  }

  private Api.Answer join(JsonObject wish, String key) {
    return api.post(WAITLIST, wish.toString(), "Idempotency-Key", key);
  }

  @Test
  void onlyAConfirmedAppointmentCanWaitForAnEarlierOne() {
    JsonObject held = hold(wish(laterSlots("brackel", 4).get(3))).json();

    Api.Answer refused =
        join(
            waiting("brackel").add("appointment", held.getString("code")).build(),
            UUID.randomUUID().toString());

    assertThat(refused.status()).as(refused.body()).isEqualTo(409);
    assertThat(refused.json().getString("state")).isEqualTo("HELD");
  }
}
