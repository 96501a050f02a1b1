package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.pace.Pace;
import de.lokalwillkommen.web.pace.Paces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Keeps booking codes from being guessed. Codes that have been asked for before, and those given
 * out here, have a visitor's pace each; all others together are asked for at one a second on
 * average, three hundred at once. At that pace, with five thousand codes in use, somebody who tries
 * codes hits one in four years; and whoever uses their own code does not notice. A demonstration
 * does not mind.
 */
@ApplicationScoped
public class CodePace {

  private static final int MOST_CODES = 20_000;

  private final Paces<BookingCode> each = new Paces<>(MOST_CODES, VisitorPace::ofOne);
  private final Pace newCodes = Pace.of(300, 1, Duration.ofSeconds(1));
  private Installation installation;

  protected CodePace() {}

  @Inject
  CodePace(Installation installation) {
    this.installation = installation;
  }

  /**
   * Lets one request pass.
   *
   * @param typed what was typed, scanned or followed as a link
   * @return the code in it
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if it cannot be a code; {@code
   *     TOO_OFTEN} if there were too many requests
   */
  public BookingCode admit(String typed) {
    BookingCode code = RequestTerms.code(typed);
    if (!installation.isDemo()) {
      if (!each.knows(code)) {
        newCodes.take();
      }
      each.of(code).take();
    }
    return code;
  }

  /** A code that was given out just now; nobody need guess it. */
  public void remember(BookingCode code) {
    each.of(code);
  }
}
