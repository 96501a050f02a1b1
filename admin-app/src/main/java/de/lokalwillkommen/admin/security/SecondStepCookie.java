package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.staff.SecondStep.Need;
import de.lokalwillkommen.core.staff.SigningIn.Halfway;
import de.lokalwillkommen.web.page.OwnCookie;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Notes in the browser that the password was right, until the code follows: signed, valid for some
 * minutes and while the password stays the same. It gives no right and is no sign-in.
 */
@ApplicationScoped
public class SecondStepCookie {

  static final String NAME = "lw_step";
  static final Duration VALID = Duration.ofMinutes(10);

  private static final String PURPOSE = "second-step";
  private static final int FIELDS = 5;

  private SignedNote note;

  protected SecondStepCookie() {}

  @Inject
  SecondStepCookie(InstallationKey key, Clock clock) {
    this.note = new SignedNote(key, clock, PURPOSE, FIELDS);
  }

  /**
   * What the browser has shown so far.
   *
   * @param halfway whose password was right
   * @param office slug of the chosen office, if one was chosen
   * @param counter the label of the chosen counter, if one was chosen
   */
  public record Begun(Halfway halfway, Optional<String> office, Optional<String> counter) {}

  /** Gives the note to the browser. */
  public void put(Begun begun, HttpServletRequest request, HttpServletResponse response) {
    Halfway halfway = begun.halfway();
    List<String> fields =
        List.of(
            halfway.login(),
            halfway.passwordMark(),
            halfway.need().name(),
            begun.office().orElse(""),
            begun.counter().orElse(""));
    OwnCookie.put(NAME, note.write(fields, VALID), request, response);
  }

  /** What this browser has shown, if that is still valid. */
  public Optional<Begun> find(HttpServletRequest request) {
    return OwnCookie.list(NAME, request)
        .flatMap(value -> note.read(value).stream())
        .map(SecondStepCookie::begunIn)
        .findFirst();
  }

  public void remove(HttpServletRequest request, HttpServletResponse response) {
    OwnCookie.remove(NAME, request, response);
  }

  private static Begun begunIn(List<String> fields) {
    return new Begun(
        new Halfway(fields.get(0), fields.get(1), Need.valueOf(fields.get(2))),
        Optional.of(fields.get(3)).filter(office -> !office.isEmpty()),
        Optional.of(fields.get(4)).filter(counter -> !counter.isEmpty()));
  }
}
