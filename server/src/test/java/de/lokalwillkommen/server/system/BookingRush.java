package de.lokalwillkommen.server.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Visitors and staff who compete for the same twenty slots of one Saturday, on one server or
 * several.
 */
final class BookingRush implements AutoCloseable {

  static final List<String> OFFICES = List.of("eving", "mengede");

  /** The desks that every office of the demo has. */
  static final int DESKS = 3;

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);
  private static final int SLOTS = 10;
  private static final int ALTERNATIVES = 3;
  private static final int MOST_CONTENT = 400;

  /**
   * The number of appointments left unconfirmed, which stay held to the end: only a few, so that
   * slots remain to compete for.
   */
  private static final int MOST_FORGOTTEN = 5;

  /**
   * What the server has acknowledged of an appointment.
   *
   * @param slot the identifier of its slot
   */
  record Known(String slot) {}

  private final List<Api> servers;
  private final LocalDate day;
  private final List<String> slots = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean going = new AtomicBoolean(true);
  private final List<Future<?>> running = new ArrayList<>();
  private final Map<String, Api.Counsellor> signedIn = new HashMap<>();
  private final Map<String, Known> booked = new ConcurrentHashMap<>();
  private final Map<String, Instant> held = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> cancelled = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();
  private final AtomicInteger forgotten = new AtomicInteger();
  private final Map<String, AtomicInteger> atOnce = new ConcurrentHashMap<>();

  BookingRush(List<Api> servers) {
    this.servers = List.copyOf(servers);
    // no day of the demo's appointments, and so far ahead that nothing opens late
    this.day =
        servers.get(0).today().plusDays(4).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    for (String office : OFFICES) {
      for (int i = 0; i < SLOTS; i++) {
        Instant start =
            day.atTime(LocalTime.of(9, 0)).plusMinutes(30L * i).atZone(BERLIN).toInstant();
        slots.add(office + "_" + STAMP.format(start));
      }
    }
  }

  /** Starts the clients: one in eight is staff. */
  BookingRush begin(int clients) {
    for (int i = 0; i < clients; i++) {
      Api api = servers.get(i % servers.size());
      String office = OFFICES.get(i / servers.size() % OFFICES.size());
      int desk = 1 + i / 8 % DESKS;
      // each person is signed in at one counter at a time
      Optional<Api.Counsellor> staff =
          i % 8 < servers.size()
              ? Optional.of(
                  signedIn.computeIfAbsent(office + desk, person -> api.signIn(office, desk)))
              : Optional.empty();
      Client client = new Client(api, staff, office, i);
      running.add(threads.submit(client::untilTheEnd));
    }
    return this;
  }

  private final class Client {

    private final Api api;
    private final Optional<Api.Counsellor> staff;
    private final String office;
    private final Random random;
    private Optional<String> mine = Optional.empty();

    Client(Api api, Optional<Api.Counsellor> staff, String office, int seed) {
      this.api = api;
      this.staff = staff;
      this.office = office;
      this.random = new Random(seed);
    }

    void untilTheEnd() {
      while (going.get()) {
        try {
          if (mine.isEmpty()) {
            book();
          } else {
            // pauses after a booking
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(MOST_CONTENT)));
            if (going.get()) {
              cancelOrMove(mine.get());
            }
          }
        } catch (RuntimeException e) {
          if (going.get()) {
            surprises.add(e.toString());
          }
        }
      }
    }

    private void book() {
      if (staff.isPresent()) {
        String slot = any(office);
        Api.Answer answer =
            api.post(
                "/admin/api/v1/offices/" + office + "/appointments",
                wish(slot),
                "Authorization",
                "Bearer " + staff.get().token());
        expect(answer, 201).ifPresent(a -> gained(a.getString("code"), slot));
        return;
      }
      String slot = any("");
      Api.Answer answer =
          api.post(
              "/kiosk/api/v1/appointments",
              wish(slot),
              "Idempotency-Key",
              UUID.randomUUID().toString());
      expect(answer, 201).ifPresent(a -> confirm(a, slot));
    }

    private void confirm(JsonObject kept, String slot) {
      String code = kept.getString("code");
      held.put(code, Instant.parse(kept.getString("heldUntil")));
      if (random.nextInt(20) == 0 && forgotten.incrementAndGet() <= MOST_FORGOTTEN) {
        return;
      }
      held.remove(code);
      expect(put(code, "confirmation", "{}"), 200).ifPresent(a -> gained(code, slot));
    }

    private void cancelOrMove(String code) {
      if (random.nextBoolean()) {
        cancel(code);
      } else {
        move(code);
      }
    }

    private void cancel(String code) {
      lost(code);
      Api.Answer answer = api.delete("/kiosk/api/v1/appointments/" + code);
      if (expect(answer, 204).isPresent()) {
        cancelled.add(code);
      }
    }

    private void move(String code) {
      String from = booked.get(code).slot();
      String to = any("");
      lost(code);
      Api.Answer answer =
          put(code, "slot", Json.createObjectBuilder().add("slot", to).build().toString());
      gained(code, expect(answer, 200).map(a -> to).orElse(from));
    }

    private Api.Answer put(String code, String what, String body) {
      return api.send(
          "PUT", "/kiosk/api/v1/appointments/" + code + "/" + what, BodyPublishers.ofString(body));
    }

    private String any(String inOffice) {
      List<String> all = slots.stream().filter(s -> s.startsWith(inOffice)).toList();
      return all.get(random.nextInt(all.size()));
    }

    private String wish(String slot) {
      return Json.createObjectBuilder(Map.of("slot", slot, "topic", "letters", "language", "de"))
          .build()
          .toString();
    }

    private void gained(String code, String slot) {
      mine = Optional.of(code);
      int now = atOnce.computeIfAbsent(slot, s -> new AtomicInteger()).incrementAndGet();
      if (now > DESKS) {
        surprises.add(now + " appointments at " + slot);
      }
      booked.put(code, new Known(slot));
    }

    /** Removed from the count before it is cancelled, so that every counted appointment exists. */
    private void lost(String code) {
      mine = Optional.empty();
      atOnce.get(booked.remove(code).slot()).decrementAndGet();
    }
  }

  /** The body of a successful answer; a refusal because the slot is taken must name free slots. */
  private Optional<JsonObject> expect(Api.Answer answer, int yes) {
    if (answer.status() == yes) {
      return Optional.of(answer.body().isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : answer.json());
    }
    boolean taken = answer.status() == 409 && answer.json().containsKey("alternatives");
    if (!taken || answer.json().getJsonArray("alternatives").size() != ALTERNATIVES) {
      surprises.add(answer.toString());
    }
    return Optional.empty();
  }

  /** Keeps the rush going for that time. */
  BookingRush goOn(int seconds) throws InterruptedException {
    threads.awaitTermination(seconds, TimeUnit.SECONDS);
    return this;
  }

  /** From now on errors are expected, since the server is killed. */
  void expectTheEnd() {
    going.set(false);
  }

  void stop() throws Exception {
    going.set(false);
    for (Future<?> one : running) {
      one.get();
    }
  }

  LocalDate day() {
    return day;
  }

  /** The appointments that were confirmed and not changed since, by code. */
  Map<String, Known> booked() {
    return Map.copyOf(booked);
  }

  /** The appointments left unconfirmed: the end of the hold, by code. */
  Map<String, Instant> held() {
    return Map.copyOf(held);
  }

  List<String> cancelled() {
    return List.copyOf(cancelled);
  }

  List<String> surprises() {
    return List.copyOf(surprises);
  }

  @Override
  public void close() {
    going.set(false);
    threads.shutdownNow();
  }
}
