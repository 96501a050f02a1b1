package de.lokalwillkommen.server.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Logs a fault with its stack once in a while, and repetitions in one line with a counter. Faults
 * are the same if they have the same level, logger and stack, whatever the message; the line names
 * the time and identifier of the full record.
 */
final class Repeats {
  static final Duration IN_FULL_EVERY = Duration.ofMinutes(10);
  static final Duration WINDOW = Duration.ofSeconds(10);
  static final int LINES_IN_WINDOW = 5;
  static final int MOST_LINES = 120;

  private static final String FRAME = "\tat ";
  private static final int FRAMES_THAT_COUNT = 12;
  private static final int LONGEST_LINE = 500;
  private static final int MOST_FAULTS = 300;

  private final Clock clock;
  private final LongSupplier nanos;
  private final Map<String, Fault> faults =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fault> eldest) {
          return size() > MOST_FAULTS;
        }
      };

  /**
   * @param clock tells the beginning of a fault
   * @param nanos a monotonic clock
   */
  Repeats(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /**
   * The text to write instead of a formatted record; may be empty.
   *
   * @param origin level and logger of the record
   */
  String shorten(String origin, String text) {
    if (!text.contains(FRAME)) {
      return text;
    }
    List<String> lines = text.lines().toList();
    String stack =
        lines.stream()
            .filter(line -> line.startsWith(FRAME))
            .limit(FRAMES_THAT_COUNT)
            .collect(Collectors.joining());
    long now = nanos.getAsLong();
    Fault fault = faults.get(origin + stack);
    if (fault == null || now - fault.began >= IN_FULL_EVERY.toNanos()) {
      String missed = fault == null ? "" : fault.missed();
      faults.remove(origin + stack);
      faults.put(origin + stack, new Fault(clock.instant(), now));
      return missed + inFull(lines);
    }
    return fault.again(now, inOneLine(lines));
  }

  private static String inFull(List<String> lines) {
    String kept = String.join("\n", lines.subList(0, Math.min(MOST_LINES, lines.size())));
    int left = lines.size() - MOST_LINES;
    return kept + (left > 0 ? "\n\t… " + left + " more lines" : "") + "\n";
  }

  /** The part before the stack: the message and the exception. */
  private static String inOneLine(List<String> lines) {
    String head =
        lines.stream()
            .takeWhile(line -> !line.startsWith(FRAME))
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(" | "));
    return head.length() > LONGEST_LINE ? head.substring(0, LONGEST_LINE) + "…" : head;
  }

  private static final class Fault {
    private final Instant since;
    private final long began;
    private long windowBegan;
    private int inWindow;
    private int unsaid;
    private int times = 1;

    Fault(Instant since, long began) {
      this.since = since;
      this.began = began;
      this.windowBegan = began;
    }

    String again(long now, String line) {
      times++;
      if (now - windowBegan >= WINDOW.toNanos()) {
        windowBegan = now;
        inWindow = 0;
      }
      if (++inWindow > LINES_IN_WINDOW) {
        unsaid++;
        return "";
      }
      String between = unsaid == 0 ? "" : ", " + unsaid + " of them not shown";
      unsaid = 0;
      return line + " [" + sofar() + between + "]\n";
    }

    private String sofar() {
      return times + " times since " + since.truncatedTo(ChronoUnit.MILLIS);
    }

    String missed() {
      return unsaid == 0 ? "" : unsaid + " more of what follows were not shown, " + sofar() + "\n";
    }
  }
}
