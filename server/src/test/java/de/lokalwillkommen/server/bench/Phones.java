package de.lokalwillkommen.server.bench;

import de.lokalwillkommen.server.system.Api;
import de.lokalwillkommen.server.system.RunningServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.HdrHistogram.Histogram;

/**
 * Measures how much phones slow down the boards. All boards show one office, whose tickets are
 * called; the phones are spread over all offices, so that a seventh of them changes with each call,
 * and each of them waits with a ticket of its own.
 */
final class Phones {

  private static final int BOARDS = 500;
  private static final int[] STEPS = {0, 1_000, 5_000};
  private static final int CALLS = 40;
  private static final long BETWEEN_CALLS_MS = 1_000;
  private static final int IDLE_SECONDS = 15;
  private static final String BOARDS_OFFICE = "hoerde";

  private final RunningServer server;
  private final List<String> offices;
  private final Api api;
  private final BiConsumer<String, String> rows;

  Phones(RunningServer server, List<String> offices, BiConsumer<String, String> rows) {
    this.server = server;
    this.offices = offices;
    this.api = new Api(server);
    this.rows = rows;
  }

  void measure() throws Exception {
    Api.Counsellor counsellor = api.signIn(BOARDS_OFFICE, 1);
    AtomicReference<CallTimes> times = new AtomicReference<>(new CallTimes(0, 0));
    AtomicLongArray heard = new AtomicLongArray(BOARDS);
    AtomicLong silence = new AtomicLong();
    List<LeanBoard> boards = new ArrayList<>();
    for (int i = 0; i < BOARDS; i++) {
      int index = i;
      boards.add(
          LeanBoard.open(
              Api.HTTP,
              server.socket("/display/ws/" + BOARDS_OFFICE),
              () -> {
                long now = System.nanoTime();
                long before = heard.getAndSet(index, now);
                if (before > 0) {
                  silence.accumulateAndGet(now - before, Math::max);
                }
              },
              call -> times.get().seen(call)));
    }
    double without = 0;
    try (LeanPhones phones = new LeanPhones(server.port())) {
      int open = 0;
      for (int step : STEPS) {
        String before = Benchmark.memory(server);
        phones.open(paths(step - open), "lw.ticket.v1");
        open = step;
        TimeUnit.SECONDS.sleep(5);
        times.set(new CallTimes(CALLS, boards.get(0).newest()));
        silence.set(0);
        phones.forgetSilence();
        for (int i = 0; i < CALLS; i++) {
          api.takeTicket(BOARDS_OFFICE, "letters", "de");
          TimeUnit.MILLISECONDS.sleep(BETWEEN_CALLS_MS / 2);
          times.get().click();
          counsellor.next();
          TimeUnit.MILLISECONDS.sleep(BETWEEN_CALLS_MS / 2);
        }
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        Histogram micros = times.get().micros();
        Histogram last = times.get().lastBoard();
        double p95 = Benchmark.millis(last, 95);
        without = step == 0 ? p95 : without;
        rows.accept(
            "click to board, " + BOARDS + " boards, " + step + " phones",
            String.format(
                Locale.ROOT,
                "p50 %.1f ms, p95 %.1f ms; last board p50 %.1f ms, p95 %.1f ms (%.1f × without"
                    + " phones); missed %d of %d; longest silence of a board %.1f s, of a phone"
                    + " %.1f s; %d phones lost; resident memory %s, %s before",
                Benchmark.millis(micros, 50),
                Benchmark.millis(micros, 95),
                Benchmark.millis(last, 50),
                p95,
                p95 / without,
                times.get().missed(BOARDS),
                CALLS * BOARDS,
                silence.get() / 1e9,
                phones.longestSilence(),
                phones.lost(),
                Benchmark.memory(server),
                before));
      }
    }
    boards.forEach(LeanBoard::close);
  }

  private List<String> paths(int count) throws IOException {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String office = offices.get(i % offices.size());
      String token = api.takeTicket(office, "letters", "de").json().getString("token");
      paths.add("/kiosk/ws/tickets/" + token);
    }
    return paths;
  }
}
