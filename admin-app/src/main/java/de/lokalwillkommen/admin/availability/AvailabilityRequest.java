package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.web.request.SentValues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The requested office and week, and the other parameters of the page. The lead of an office sees
 * that office; an administrator chooses one.
 */
@RequestScoped
public class AvailabilityRequest {

  static final String OFFICE = "office";
  static final String WEEK = "week";
  static final String RULE = "rule";
  static final String EXCEPTION = "exception";
  static final String CLOSURE = "closure";
  static final String DAY = "day";
  static final String SHOW = "show";
  static final String DONE = "done";

  private HttpServletRequest request;
  private OfficeDirectory offices;
  private Clock clock;
  private CurrentUser me;

  private OfficeProfile office;

  protected AvailabilityRequest() {}

  @Inject
  AvailabilityRequest(
      HttpServletRequest request, OfficeDirectory offices, Clock clock, CurrentUser me) {
    this.request = request;
    this.offices = offices;
    this.clock = clock;
    this.me = me;
  }

  /** The offices from which the person may choose. */
  List<OfficeProfile> offices() {
    return me.get().mayEverywhere(Right.ARRANGE_AVAILABILITY) ? offices.list() : List.of(office());
  }

  /** The requested office, if the person may arrange it; else their own, else the first. */
  OfficeProfile office() {
    if (office == null) {
      office = notAnother(find());
    }
    return office;
  }

  /** A form that was made for one office never changes another one. */
  private OfficeProfile notAnother(OfficeProfile found) {
    boolean isForAnother =
        "POST".equals(request.getMethod())
            && word(OFFICE).filter(asked -> !asked.equals(found.id())).isPresent();
    if (isForAnother) {
      throw Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException();
    }
    return found;
  }

  private OfficeProfile find() {
    Optional<String> own = me.get().office();
    if (me.get().mayEverywhere(Right.ARRANGE_AVAILABILITY)) {
      return word(OFFICE)
          .flatMap(offices::find)
          .or(() -> own.flatMap(offices::find))
          .orElseGet(offices::getFirst);
    }
    return offices.get(
        own.orElseThrow(() -> Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException()));
  }

  /** The person who asks. */
  SignedIn person() {
    return me.get();
  }

  Instant now() {
    return clock.instant();
  }

  /** Today on the office's clock. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), office().zone());
  }

  CalendarWeek week() {
    return CalendarWeek.asked(word(WEEK), today());
  }

  Optional<Long> rule() {
    return number(RULE);
  }

  Optional<Long> exception() {
    return number(EXCEPTION);
  }

  Optional<Long> closure() {
    return number(CLOSURE);
  }

  /** The identifier in a parameter; refused as unknown if it is missing. */
  static long required(Optional<Long> asked) {
    return asked.orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "availability.unknown").asException());
  }

  /** The day to begin with: the requested one, else the first one of the week that is not past. */
  LocalDate day() {
    return word(DAY)
        .flatMap(SentValues::findDay)
        .orElseGet(() -> week().includes(today()) ? today() : week().first());
  }

  Optional<String> word(String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(w -> !w.isBlank());
  }

  /** All ticked values of one field. */
  Set<String> words(String name) {
    return Stream.ofNullable(request.getParameterValues(name))
        .flatMap(Stream::of)
        .collect(Collectors.toSet());
  }

  private Optional<Long> number(String name) {
    return word(name).flatMap(SentValues::findId);
  }

  /** The address of this page with the same office and week and further parameters. */
  String link(String name, Object value) {
    return link(week()) + "&" + name + "=" + value;
  }

  /** The address of this page with the same settings, in another week. */
  String linkHere(CalendarWeek week) {
    return Stream.of(RULE, EXCEPTION, CLOSURE, SHOW)
        .filter(name -> word(name).isPresent())
        .map(name -> "&" + name + "=" + URLEncoder.encode(word(name).get(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("", link(week), ""));
  }

  /** The address of this page with the same office and another week. */
  private String link(CalendarWeek week) {
    return path() + "?" + OFFICE + "=" + office().id() + "&" + WEEK + "=" + week.first();
  }

  private String path() {
    return request.getContextPath() + "/availability";
  }
}
