package de.lokalwillkommen.server.system;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Visitors at the kiosks of the seven offices, and counsellors calling them, all at once. */
final class Workload implements AutoCloseable {

  static final List<String> OFFICES =
      List.of(
          "brackel",
          "mengede",
          "hoerde",
          "eving",
          "luetgendortmund",
          "innenstadt-west",
          "innenstadt-nord");

  /**
   * A ticket that the server has acknowledged.
   *
   * @param office the office
   * @param number its number
   * @param token the visitor's token
   */
  record Issued(String office, String number, String token) {}

  /**
   * A call that the server has acknowledged.
   *
   * @param office the office
   * @param number the called number
   * @param counter the counter
   */
  record Called(String office, String number, long counter) {}

  private final Api api;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean going = new AtomicBoolean(true);
  private final List<Future<?>> running = new ArrayList<>();
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Called> called = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();

  Workload(Api api) {
    this.api = api;
  }

  /**
   * Begins to take tickets.
   *
   * @param clients how many kiosks at once
   * @param tickets after how many they stop
   */
  Workload takeTickets(int clients, int tickets) {
    AtomicInteger left = new AtomicInteger(tickets);
    for (int client = 0; client < clients; client++) {
      String office = OFFICES.get(client % OFFICES.size());
      running.add(
          threads.submit(
              () -> {
                while (going.get() && left.getAndDecrement() > 0) {
                  takeOne(office);
                }
              }));
    }
    return this;
  }

  private void takeOne(String office) {
    String key = UUID.randomUUID().toString();
    try {
      Api.Answer answer = api.takeTicket(office, "letters", "de", key);
      if (answer.status() == 201) {
        JsonObject ticket = answer.json();
        issued.put(key, new Issued(office, ticket.getString("number"), ticket.getString("token")));
      } else {
        surprises.add(answer.toString());
      }
    } catch (RuntimeException e) {
      if (going.get()) {
        surprises.add(e.toString());
      }
    }
  }

  /**
   * Begins to call: each counter calls and serves one visitor after the other.
   *
   * @param counters how many counters
   * @param offices the offices over which they are spread
   */
  Workload call(int counters, List<String> offices) {
    for (int i = 0; i < counters; i++) {
      String office = offices.get(i % offices.size());
      Api.Counsellor counsellor = api.signIn(office, 1 + i / offices.size());
      running.add(
          threads.submit(
              () -> {
                while (going.get()) {
                  callOne(office, counsellor);
                }
              }));
    }
    return this;
  }

  private void callOne(String office, Api.Counsellor counsellor) {
    try {
      Api.Answer answer = counsellor.next();
      switch (answer.status()) {
        case 200 -> {
          JsonObject ticket = answer.json();
          long id = ticket.getJsonNumber("id").longValue();
          called.add(new Called(office, ticket.getString("number"), counsellor.counter()));
          expectOk(counsellor.act(id, "start"));
          expectOk(counsellor.act(id, "finish"));
        }
        case 204 -> Thread.onSpinWait();
        default -> surprises.add(answer.toString());
      }
    } catch (RuntimeException e) {
      if (going.get()) {
        surprises.add(e.toString());
      }
    }
  }

  private void expectOk(Api.Answer answer) {
    if (answer.status() != 200) {
      surprises.add(answer.toString());
    }
  }

  /** Waits until all tickets have been taken, then stops the counters too. */
  void awaitTickets(int kiosks) throws Exception {
    for (Future<?> kiosk : running.subList(0, kiosks)) {
      kiosk.get();
    }
    stop();
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

  List<Issued> issued() {
    return List.copyOf(issued.values());
  }

  List<Called> called() {
    return List.copyOf(called);
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
