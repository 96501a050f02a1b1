package de.lokalwillkommen.server.bench;

import de.lokalwillkommen.server.system.Api;
import de.lokalwillkommen.server.system.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Measures the search and the booking of free slots, with thousands of appointments stored. */
final class Bookings {

  private static final int STORED = 5_000;
  private static final int SECONDS = 10;
  private static final int WARM_UP_SECONDS = 8;
  private static final int CLIENTS = 8;
  private static final Duration FOUR_WEEKS = Duration.ofDays(28);

  private final RunningServer server;
  private final List<String> offices;

  Bookings(RunningServer server, List<String> offices) {
    this.server = server;
    this.offices = offices;
  }

  /** Stores appointments, then measures. */
  Map<String, Rate> measure() throws Exception {
    store();
    Map<String, Rate> rates = new LinkedHashMap<>();
    Rate.measure(2, WARM_UP_SECONDS, thread -> searching("hoerde"));
    Rate.measure(2, WARM_UP_SECONDS, thread -> searching("any"));
    rates.put("slot search, one office, four weeks", one("hoerde"));
    rates.put("slot search, anywhere", one("any"));
    for (int clients : new int[] {1, CLIENTS}) {
      Slots free = freeSlots(1000);
      rates.put(
          "booking, hold + confirm, " + clients + " clients",
          Rate.measure(clients, SECONDS, thread -> booking(free)));
    }
    return rates;
  }

  private Rate one(String office) throws Exception {
    return Rate.measure(1, SECONDS, thread -> searching(office));
  }

  /** The next weeks are full: to find a hundred slots, most of the four weeks are read. */
  private Rate.Work searching(String office) throws IOException {
    LeanHttp http = new LeanHttp(server.port());
    String path = search(office, new Api(server).now(), 100);
    return () -> http.get(path).status() == 200;
  }

  private static String search(String office, Instant from, int limit) {
    return "/kiosk/api/v1/slots?office="
        + office
        + "&topic=letters&language=de&limit="
        + limit
        + "&from="
        + from.truncatedTo(ChronoUnit.SECONDS)
        + "&to="
        + from.plus(FOUR_WEEKS).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Free slots, each handed out once. */
  private record Slots(ConcurrentLinkedQueue<String> ids) {}

  private Slots freeSlots(int perOffice) throws IOException {
    ConcurrentLinkedQueue<String> ids = new ConcurrentLinkedQueue<>();
    LeanHttp http = new LeanHttp(server.port());
    for (String office : offices) {
      Instant from = new Api(server).now().plus(Duration.ofHours(1));
      for (int found = 0; found < perOffice; ) {
        JsonArray page = read(http.get(search(office, from, 100)).body());
        if (page.isEmpty()) {
          break;
        }
        for (int i = 0; i < page.size(); i++) {
          ids.add(page.getJsonObject(i).getString("id"));
        }
        found += page.size();
        from = Instant.parse(page.getJsonObject(page.size() - 1).getString("end"));
      }
    }
    return new Slots(ids);
  }

  private static JsonArray read(String body) {
    try (var reader = Json.createReader(new StringReader(body))) {
      return reader.readObject().getJsonArray("slots");
    }
  }

  private Rate.Work booking(Slots free) throws IOException {
    LeanHttp http = new LeanHttp(server.port());
    return () -> {
      String slot = free.ids().poll();
      if (slot == null) {
        throw new IllegalStateException("no slot is left: measure for a shorter time");
      }
      LeanHttp.Answer held =
          http.post(
              "/kiosk/api/v1/appointments",
              "{\"slot\":\"" + slot + "\",\"topic\":\"letters\",\"language\":\"de\"}",
              "Idempotency-Key: " + UUID.randomUUID());
      if (held.status() != 201) {
        return false;
      }
      String code = held.body().replaceFirst(".*\"code\":\"(\\w+)\".*", "$1");
      return http.put("/kiosk/api/v1/appointments/" + code + "/confirmation", "{}").status() == 200;
    };
  }

  /** Fills the nearest weeks first, as people do. */
  private void store() throws Exception {
    Rate.Work one = booking(freeSlots(STORED / offices.size() + 1));
    for (int stored = 0; stored < STORED; stored++) {
      one.once();
    }
  }
}
