package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.booking.BookingAppointments;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.waitlist.KeepingWaitlist;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import de.lokalwillkommen.web.ratelimit.RateLimits;
import de.lokalwillkommen.web.ratelimit.StrangerLimit;
import de.lokalwillkommen.web.ratelimit.StrangerLimit.Taken;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Protects booking codes from guessing. Only wrong guesses count: twenty at once and two a minute
 * from one network, three hundred at once and one a second from all networks together, and a
 * reserve for networks that have guessed little. At that rate, with five thousand codes in use, an
 * attacker finds one in eight months, or in three with a network for every guess. A kiosk has a
 * rate limit of its own. Codes that have been used before, and those issued here, are exempt; each
 * of them has a visitor's rate limit. Disabled in demo mode.
 */
@ApplicationScoped
public class CodeLimit {

  private static final int MOST_CODES = 20_000;
  private static final int MOST_KIOSKS = 1000;

  private final RateLimits<BookingCode> right = new RateLimits<>(MOST_CODES, VisitorLimit::ofOne);
  private final RateLimits<Long> kiosks =
      new RateLimits<>(MOST_KIOSKS, () -> RateLimit.of(30, 1, Duration.ofSeconds(3)));
  private final StrangerLimit strangers =
      new StrangerLimit(
          () -> RateLimit.of(20, 1, Duration.ofSeconds(30)),
          RateLimit.of(300, 1, Duration.ofSeconds(1)),
          RateLimit.of(100, 2, Duration.ofSeconds(1)));
  private BookingAppointments appointments;
  private KeepingWaitlist waitlist;
  private Installation installation;
  private SecurityLog log;
  private Asker asker;

  protected CodeLimit() {}

  @Inject
  CodeLimit(
      BookingAppointments appointments,
      KeepingWaitlist waitlist,
      Installation installation,
      SecurityLog log,
      Asker asker) {
    this.appointments = appointments;
    this.waitlist = waitlist;
    this.installation = installation;
    this.log = log;
    this.asker = asker;
  }

  /**
   * Lets one request pass.
   *
   * @param typed what was typed, scanned or followed as a link
   * @return the code in it
   * @throws Refused {@code UNKNOWN} if it cannot be a code; {@code TOO_OFTEN} after too many wrong
   *     codes, or too many requests for this one
   */
  public BookingCode admit(String typed) {
    BookingCode code = code(typed);
    if (installation.isDemo()) {
      return code;
    }
    if (!right.knows(code)) {
      Taken guess = takeGuess();
      if (!exists(code)) {
        // the use case tells the caller that the code is unknown
        return code;
      }
      guess.giveBack();
    }
    right.of(code).take();
    return code;
  }

  /**
   * The code in what was typed or scanned.
   *
   * @throws Refused {@code UNKNOWN} if it cannot be one
   */
  public static BookingCode code(String typed) {
    return BookingCode.find(typed)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "appointment.unknown").asException());
  }

  /** Exempts a code that was issued just now. */
  public void remember(BookingCode code) {
    right.of(code);
  }

  private Taken takeGuess() {
    try {
      Optional<Long> kiosk = asker.findKiosk();
      if (kiosk.isPresent()) {
        RateLimit own = kiosks.of(kiosk.get());
        own.take();
        return own::giveBack;
      }
      return strangers.take(asker.findNetwork(), 1);
    } catch (Refused tooOften) {
      log.write(SecurityEvent.CODES_TRIED, Optional.empty(), "code", asker.request());
      throw tooOften;
    }
  }

  private boolean exists(BookingCode code) {
    return appointments.find(code).isPresent() || waitlist.find(code).isPresent();
  }
}
