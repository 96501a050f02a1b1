package de.lokalwillkommen.admin.history;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.history.HistoryQuery;
import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.BusinessDay;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.web.request.SentValues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The office, kind and days of which the history is asked for. */
@RequestScoped
public class HistoryRequest {

  static final String OFFICE = "office";
  static final String KIND = "kind";
  static final String AUTHOR = "author";
  static final String ACTION = "action";
  static final String FROM = "from";
  static final String UNTIL = "until";
  static final String AFTER = "after";

  /** The value of {@link #OFFICE} for all offices. */
  static final String ALL = "all";

  private static final int USUAL_DAYS = 30;
  private static final int MOST_KIND = 30;

  /** No account has this number: what is not a pseudonym finds nothing. */
  private static final Author NO_AUTHOR = Author.staff(0, "");

  private HttpServletRequest request;
  private OfficeDirectory offices;
  private CurrentUser me;
  private Clock clock;

  protected HistoryRequest() {}

  @Inject
  HistoryRequest(HttpServletRequest request, OfficeDirectory offices, CurrentUser me, Clock clock) {
    this.request = request;
    this.offices = offices;
    this.me = me;
    this.clock = clock;
  }

  /** The offices of which the person may read. */
  List<OfficeProfile> offices() {
    return offices.list().stream()
        .filter(office -> me.get().may(Right.READ_HISTORY, office.id()))
        .toList();
  }

  boolean isForAll() {
    return me.get().mayEverywhere(Right.READ_HISTORY);
  }

  /** The office that is shown; empty for all. */
  Optional<OfficeProfile> office() {
    Optional<OfficeProfile> asked =
        word(OFFICE).flatMap(id -> offices().stream().filter(o -> o.id().equals(id)).findFirst());
    return isForAll() ? asked : asked.or(() -> offices().stream().findFirst());
  }

  Optional<String> kind() {
    return word(KIND).filter(kind -> kind.length() <= MOST_KIND);
  }

  Optional<String> action() {
    return word(ACTION).filter(action -> action.length() <= MOST_KIND);
  }

  /** The author as entered. */
  Optional<String> author() {
    return word(AUTHOR).map(String::strip);
  }

  /** The zone of the clock by which days count: that of the office, or of the first one. */
  ZoneId zone() {
    return office()
        .or(() -> offices.list().stream().findFirst())
        .map(OfficeProfile::zone)
        .orElse(ZoneOffset.UTC);
  }

  LocalDate until() {
    return word(UNTIL)
        .flatMap(SentValues::findDay)
        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone()));
  }

  LocalDate from() {
    return word(FROM)
        .flatMap(SentValues::findDay)
        .filter(day -> !day.isAfter(until()))
        .orElseGet(() -> until().minusDays(USUAL_DAYS - 1L));
  }

  Optional<HistoryQuery.Cursor> after() {
    return word(AFTER).flatMap(HistoryQuery.Cursor::find);
  }

  HistoryQuery query(Optional<HistoryQuery.Cursor> after, int atMost) {
    return new HistoryQuery(
        office().map(OfficeProfile::id),
        kind(),
        author().map(text -> Author.find(text).orElse(NO_AUTHOR)),
        action(),
        new BusinessDay(from(), zone()).begin(),
        new BusinessDay(until(), zone()).end(),
        after,
        atMost);
  }

  /** The address of the history with the same choice, below the application's own. */
  String address(String path) {
    return request.getContextPath()
        + path
        + "?"
        + OFFICE
        + "="
        + office().map(OfficeProfile::id).orElse(ALL)
        + kind().map(kind -> "&" + KIND + "=" + encoded(kind)).orElse("")
        + author().map(author -> "&" + AUTHOR + "=" + encoded(author)).orElse("")
        + action().map(action -> "&" + ACTION + "=" + encoded(action)).orElse("")
        + "&"
        + FROM
        + "="
        + from()
        + "&"
        + UNTIL
        + "="
        + until();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Optional<String> word(String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
  }
}
