package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import de.lokalwillkommen.web.ratelimit.RateLimits;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Limits how many booking codes that do not exist a person of the staff tries: twenty at once, then
 * two a minute. Staff find appointments of any office by their code, so that a visitor in the wrong
 * office is helped; codes are not to be guessed that way. Appointments of the own office are not
 * limited: the list of the day shows their codes. That list searches again at each change of the
 * office, in each tab, so the latest codes again do not count. Disabled in demo mode.
 */
@ApplicationScoped
public class StaffCodeLimit {

  /** How many misses are free at once. */
  public static final int FREE = 20;

  private static final int MOST_PEOPLE = 10_000;

  /** More tabs than a person has open. */
  private static final int MISSES_KEPT = 5;

  private final RateLimits<Long> misses =
      new RateLimits<>(
          MOST_PEOPLE,
          () -> RateLimit.of(FREE, 1, Duration.ofSeconds(30)).refusing("appointment.codesTried"));
  private final Map<Long, List<BookingCode>> latestMisses = new ConcurrentHashMap<>();

  private AppointmentLists appointments;
  private CurrentUser me;
  private Installation installation;
  private SecurityLog log;
  private HttpServletRequest request;

  protected StaffCodeLimit() {}

  @Inject
  public StaffCodeLimit(
      AppointmentLists appointments,
      CurrentUser me,
      Installation installation,
      SecurityLog log,
      HttpServletRequest request) {
    this.appointments = appointments;
    this.me = me;
    this.installation = installation;
    this.log = log;
    this.request = request;
  }

  /**
   * Does something with the appointment of a code.
   *
   * @param search is empty, or refuses with {@code UNKNOWN}, if there is no such appointment
   * @throws Refused {@code TOO_OFTEN} after too many codes without an appointment; or what the
   *     search throws
   */
  public <T> Optional<T> look(BookingCode code, Supplier<Optional<T>> search) {
    SignedIn who = me.get();
    if (installation.isDemo() || isKnownTo(who, code)) {
      return search.get();
    }
    RateLimit own = misses.of(who.counsellor());
    take(own, who);
    try {
      Optional<T> found = search.get();
      settle(own, who, code, found.isEmpty());
      return found;
    } catch (Refused refused) {
      settle(own, who, code, refused.refusal().kind() == Kind.UNKNOWN);
      throw refused;
    }
  }

  /** Whether it tells nothing new: a latest miss, or an appointment of the own office. */
  private boolean isKnownTo(SignedIn who, BookingCode code) {
    return latestMisses.getOrDefault(who.counsellor(), List.of()).contains(code)
        || who.office().flatMap(office -> appointments.find(office, code)).isPresent();
  }

  private void take(RateLimit own, SignedIn who) {
    try {
      own.take();
    } catch (Refused tooOften) {
      log.write(SecurityEvent.CODES_TRIED, Optional.of(who.login()), "code", request);
      throw tooOften;
    }
  }

  private void settle(RateLimit own, SignedIn who, BookingCode code, boolean isMiss) {
    if (isMiss) {
      latestMisses.merge(
          who.counsellor(),
          List.of(code),
          (earlier, latest) ->
              Stream.concat(latest.stream(), earlier.stream()).limit(MISSES_KEPT).toList());
    } else {
      own.giveBack();
    }
  }
}
