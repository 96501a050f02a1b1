package de.lokalwillkommen.core.kernel.time;

import de.lokalwillkommen.core.kernel.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The office's time. It follows the machine's clock as long as that advances steadily; a leap is
 * not trusted at once, since the end of a day has consequences that cannot be undone. While a leap
 * is in doubt the office's time advances by the monotonic clock. The doubt ends when the machine's
 * clock has returned, when an operator {@linkplain #believe() confirms} it, or when the leap has
 * lasted for as long as the time before was known, from {@link #SHORTEST_DOUBT} to {@link
 * #LONGEST_DOUBT}. Sleep is no leap, and neither is the time the server was off.
 *
 * <p>Deletion is final, so it asks for more: after a leap that was believed because it lasted, and
 * after a start much later than the time known before, it waits for {@link #PROVEN_AFTER}. People
 * notice a wrong date within a day; until then nothing is lost. The wait outlives a restart, so
 * that a server that is on for a few hours a day deletes, too: up to {@link #LONGEST_COUNTED} off
 * count as part of the wait, and up to {@link #LONGEST_PAUSE} the wait pauses. After more it begins
 * anew.
 */
@Infrastructure
public final class TrustedTime {

  /**
   * The usual difference between machines, which is followed without a doubt. Within it the time
   * never goes back: if it is ahead of the machine's clock, it runs at half speed until the clock
   * has caught up.
   */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  /**
   * The doubt after a leap of a clock that was known only briefly, as when a starting machine sets
   * its clock.
   */
  static final Duration SHORTEST_DOUBT = Duration.ofMinutes(2);

  /** The doubt after a leap of a clock that was right for a long time. */
  static final Duration LONGEST_DOUBT = Duration.ofHours(1);

  /** The doubt about a clock that, at the start, contradicts the time known before the stop. */
  static final Duration DOUBT_AT_START = Duration.ofMinutes(15);

  /** A server that was off for no longer than this is trusted at its start. */
  static final Duration LONGEST_OFF = Duration.ofDays(31);

  /**
   * Deletion waits for this long, by the office's time, after a leap or a long time off that no
   * other clock explains.
   */
  public static final Duration PROVEN_AFTER = Duration.ofHours(24);

  /** A server that was off for no longer than this, as in a night, need not prove its time. */
  static final Duration LONGEST_NIGHT = Duration.ofHours(16);

  /**
   * While deletion waits already, a time off of no more than this counts as part of the wait: a
   * server that is on for some hours every day proves its time from one day to the next.
   */
  static final Duration LONGEST_COUNTED = Duration.ofHours(24);

  /**
   * While deletion waits already, a time off of no more than this does not count, but the wait goes
   * on after it. More than that is taken for a leap.
   */
  static final Duration LONGEST_PAUSE = Duration.ofDays(7);

  /** Actions that cannot be undone wait until the time has been known for this long. */
  static final Duration SETTLED_AFTER = LONGEST_DOUBT;

  private static final Duration WITNESS_KEPT = Duration.ofMinutes(1);
  private static final Duration UPTIME_EVERY = Duration.ofSeconds(1);
  private static final TrustedTime SERVERS = new TrustedTime(MachineClock.own());

  private final MachineClock machine;
  private Duration ahead = Duration.ZERO;
  private Instant time;
  private long atNanos;
  private long knownSinceNanos;
  private Optional<Duration> uptime;
  private long uptimeAtNanos;
  private Optional<Leap> leap = Optional.empty();
  private Optional<Span> afterStart = Optional.empty();
  private Optional<Reading> witness = Optional.empty();
  private Optional<Instant> unprovenSince = Optional.empty();
  private int leaps;

  TrustedTime(MachineClock machine) {
    this.machine = machine;
    this.time = machine.clock();
    this.atNanos = machine.awakeNanos();
    this.knownSinceNanos = atNanos;
    this.uptime = machine.uptime();
    this.uptimeAtNanos = atNanos;
  }

  /** A reading of a clock at a moment of the monotonic clock. */
  private record Reading(Instant shown, long atNanos) {

    Instant at(long nanos) {
      return shown.plusNanos(nanos - atNanos);
    }
  }

  /** The course of the machine's clock since a leap. */
  private record Leap(Reading to, Duration believedAfter) {

    boolean goesOn(Instant clock, long nanos) {
      return isNear(clock, to.at(nanos));
    }

    boolean hasLasted(long nanos) {
      return nanos - to.atNanos() >= believedAfter.toNanos();
    }
  }

  /**
   * The instants between which a clock is trusted at once, although the start was in doubt.
   *
   * @param proven until when deletion need not wait
   */
  private record Span(Instant first, Instant proven, Instant last) {

    /** Another machine's clock has measured how long the server was off. */
    static Span measured(Instant expected) {
      Instant last = expected.plus(TOLERANCE);
      return new Span(expected.minus(TOLERANCE), last, last);
    }

    static Span after(Instant known) {
      return new Span(known.minus(TOLERANCE), known.plus(LONGEST_NIGHT), known.plus(LONGEST_OFF));
    }

    Instant expected() {
      return first.plus(TOLERANCE);
    }

    boolean includes(Instant clock) {
      return !clock.isBefore(first) && !clock.isAfter(last);
    }
  }

  /** The time of this server, shared by all its applications. */
  public static TrustedTime ofServer() {
    return SERVERS;
  }

  /** The current time. */
  public synchronized Instant now() {
    long nanos = machine.awakeNanos();
    Instant clock = clock();
    Duration passed = Duration.ofNanos(nanos - atNanos);
    Instant expected = time.plus(passed);
    if (isNear(clock, expected)) {
      follow(clock, time.plus(passed.dividedBy(2)), nanos);
    } else if (hasSlept(clock, expected, nanos)
        || afterStart.filter(span -> span.includes(clock)).isPresent()) {
      follow(clock, clock, nanos);
    } else {
      doubt(clock, expected, nanos);
    }
    noteUptime(nanos);
    return time;
  }

  /** The doubt about the machine's clock, if there is one. */
  public synchronized Optional<Doubt> findDoubt() {
    Instant kept = now();
    return leap.map(
        present -> {
          Instant shown = present.to().at(atNanos);
          Instant end = present.to().shown().plus(present.believedAfter());
          return new Doubt(
              shown, kept, isContradicted(shown) ? Optional.empty() : Optional.of(end));
        });
  }

  /** How often the machine's clock has leapt since the server was started. */
  public synchronized int countLeaps() {
    return leaps;
  }

  /**
   * Whether the time has been known for long enough, and is not in doubt, so that actions that
   * cannot be undone are allowed.
   */
  public synchronized boolean isSettled() {
    return findUnprovenSince().isEmpty()
        && leap.isEmpty()
        && atNanos - knownSinceNanos >= SETTLED_AFTER.toNanos();
  }

  /**
   * The office's time at the last leap, or at the start after a long time off, while it is not
   * {@linkplain #PROVEN_AFTER proven} yet and deletion waits; otherwise empty. It is later by each
   * time off that does not count.
   */
  public synchronized Optional<Instant> findUnprovenSince() {
    Instant proven = now().minus(PROVEN_AFTER);
    unprovenSince = unprovenSince.filter(since -> since.isAfter(proven));
    return unprovenSince;
  }

  /** An operator confirms that the machine's clock is right, regardless of its past. */
  public synchronized void believe() {
    now();
    if (leap.isPresent()) {
      take(clock());
    }
    unprovenSince = Optional.empty();
  }

  /**
   * Sets the time known before this start. A clock that shows an earlier time is wrong now or was
   * wrong before. The same may be true of a clock that is more than {@link #LONGEST_OFF} ahead.
   *
   * @param known the office's time when it was last stored
   * @param since how long ago that was by another machine's clock; empty if there is none
   * @param unproven {@link #findUnprovenSince} when it was last stored
   */
  public synchronized void startsAfter(
      Instant known, Optional<Duration> since, Optional<Instant> unproven) {
    Span believed = since.map(known::plus).map(Span::measured).orElseGet(() -> Span.after(known));
    unprovenSince = unproven.filter(begin -> begin.isAfter(known.minus(PROVEN_AFTER)));
    if (believed.includes(clock())) {
      prove(believed);
    } else {
      time = believed.expected();
      atNanos = machine.awakeNanos();
      afterStart = Optional.of(believed);
      now();
    }
  }

  /** Takes the time of the database's clock, which may be another machine's. */
  public synchronized void hear(Instant otherClock) {
    witness = Optional.of(new Reading(otherClock.plus(ahead), machine.awakeNanos()));
  }

  /**
   * Sets the office's time ahead of this machine's clock for as long as the server runs: a
   * demonstration may take place at another time. Must be called before the time is first read.
   *
   * @param difference negative if the office's time is behind
   */
  public synchronized void runAhead(Duration difference) {
    ahead = difference;
    time = clock();
    atNanos = machine.awakeNanos();
  }

  /** The current time outside, on the clocks of phones, even if the office's is ahead of it. */
  public synchronized Instant outside() {
    return now().minus(ahead);
  }

  private Instant clock() {
    return machine.clock().plus(ahead);
  }

  private void follow(Instant clock, Instant least, long nanos) {
    afterStart.ifPresent(
        span -> {
          knownSinceNanos = nanos;
          prove(span);
        });
    time = clock.isBefore(least) ? least : clock;
    atNanos = nanos;
    leap = Optional.empty();
    afterStart = Optional.empty();
  }

  private void doubt(Instant clock, Instant expected, long nanos) {
    if (leap.filter(present -> present.goesOn(clock, nanos)).isEmpty()) {
      leap = Optional.of(new Leap(new Reading(clock, nanos), believedAfter(nanos)));
      leaps++;
    }
    time = expected;
    atNanos = nanos;
    if (leap.orElseThrow().hasLasted(nanos) && !isContradicted(clock)) {
      take(clock);
      unprovenSince = Optional.of(clock);
    }
  }

  private void prove(Span believed) {
    Instant clock = clock();
    if (clock.isAfter(believed.proven())) {
      Duration off = Duration.between(believed.expected(), clock);
      unprovenSince = Optional.of(unprovenSince.map(since -> waits(since, off)).orElse(clock));
    }
  }

  /** The begin of a wait that was pending before the server was off, as it counts after that. */
  private Instant waits(Instant since, Duration off) {
    if (off.compareTo(LONGEST_COUNTED) <= 0) {
      return since;
    }
    Instant clock = clock();
    Instant paused = since.plus(off);
    return off.compareTo(LONGEST_PAUSE) <= 0 && paused.isBefore(clock) ? paused : clock;
  }

  private Duration believedAfter(long nanos) {
    if (afterStart.isPresent()) {
      return DOUBT_AT_START;
    }
    Duration known = Duration.ofNanos(nanos - knownSinceNanos);
    if (known.compareTo(SHORTEST_DOUBT) < 0) {
      return SHORTEST_DOUBT;
    }
    return known.compareTo(LONGEST_DOUBT) < 0 ? known : LONGEST_DOUBT;
  }

  private void take(Instant clock) {
    time = clock;
    knownSinceNanos = atNanos;
    leap = Optional.empty();
    afterStart = Optional.empty();
  }

  private boolean isContradicted(Instant clock) {
    return witness
        .filter(other -> atNanos - other.atNanos() < WITNESS_KEPT.toNanos())
        // a clock that was read before the leap may have leapt too: often it is the same one
        .filter(other -> leap.filter(l -> other.atNanos() >= l.to().atNanos()).isPresent())
        .filter(other -> !isNear(clock, other.at(atNanos)))
        .isPresent();
  }

  private boolean hasSlept(Instant clock, Instant expected, long nanos) {
    if (clock.isBefore(expected)) {
      return false;
    }
    Optional<Duration> present = machine.uptime();
    return uptime
        .flatMap(before -> present.map(now -> now.minus(before)))
        .map(all -> all.minusNanos(nanos - uptimeAtNanos))
        .filter(asleep -> isNear(clock, expected.plus(asleep)))
        .isPresent();
  }

  /**
   * Records the uptime, but not while in doubt: the sleep from before the doubt is still to be
   * recognised.
   */
  private void noteUptime(long nanos) {
    if (leap.isEmpty() && nanos - uptimeAtNanos >= UPTIME_EVERY.toNanos()) {
      uptime = machine.uptime();
      uptimeAtNanos = nanos;
    }
  }

  private static boolean isNear(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
  }
}
