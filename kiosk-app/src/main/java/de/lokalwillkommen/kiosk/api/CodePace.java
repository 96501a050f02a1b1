package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.app.Installation;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
  private static final Bandwidth NEW_CODES =
      Bandwidth.builder().capacity(300).refillGreedy(1, Duration.ofSeconds(1)).build();

  private final Map<BookingCode, Boolean> seen = Collections.synchronizedMap(new LatestCodes());
  private final Bucket newCodes = Bucket.builder().addLimit(NEW_CODES).build();
  private VisitorPace each;
  private Installation installation;

  protected CodePace() {}

  @Inject
  CodePace(VisitorPace each, Installation installation) {
    this.each = each;
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
    if (!installation.isDemo() && !seen.containsKey(code)) {
      if (!newCodes.tryConsume(1)) {
        throw Refusal.of(Kind.TOO_OFTEN, "request.tooMany").asException();
      }
      remember(code);
    }
    each.admit(code.value());
    return code;
  }

  /** A code that was given out just now; nobody need guess it. */
  public void remember(BookingCode code) {
    seen.put(code, true);
  }

  /** Forgets the code that has been quiet for longest, so that it cannot grow without end. */
  private static final class LatestCodes extends LinkedHashMap<BookingCode, Boolean> {

    LatestCodes() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<BookingCode, Boolean> eldest) {
      return size() > MOST_CODES;
    }
  }
}
