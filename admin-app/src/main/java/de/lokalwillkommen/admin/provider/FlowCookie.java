package de.lokalwillkommen.admin.provider;

import de.lokalwillkommen.admin.security.SignedNote;
import de.lokalwillkommen.core.staff.SecretToken;
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
 * Keeps a begun sign-in in the browser until the provider leads back, so that any number of them
 * costs this server nothing. Browsers send it with the way back from another site, unlike all other
 * cookies of this server; it gives no right.
 */
@ApplicationScoped
public class FlowCookie {

  static final String NAME = "lw_provider";
  static final Duration VALID = Duration.ofMinutes(10);

  private static final String PURPOSE = "identity-provider";
  private static final int FIELDS = 3;

  private SignedNote note;

  protected FlowCookie() {}

  @Inject
  FlowCookie(InstallationKey key, Clock clock) {
    this.note = new SignedNote(key, clock, PURPOSE, FIELDS);
  }

  /** Gives the begun sign-in to the browser. */
  public void put(Flow flow, HttpServletRequest request, HttpServletResponse response) {
    List<String> fields =
        List.of(flow.seed().value(), flow.office().orElse(""), flow.counter().orElse(""));
    OwnCookie.keepAcrossSites(NAME, note.write(fields, VALID), VALID, request, response);
  }

  /** The sign-in that this browser has begun, if it is still valid; it is used up with it. */
  public Optional<Flow> take(HttpServletRequest request, HttpServletResponse response) {
    OwnCookie.remove(NAME, request, response);
    return OwnCookie.list(NAME, request)
        .flatMap(value -> note.read(value).stream())
        .map(FlowCookie::flowIn)
        .findFirst();
  }

  private static Flow flowIn(List<String> fields) {
    return new Flow(
        new SecretToken(fields.get(0)),
        Optional.of(fields.get(1)).filter(office -> !office.isEmpty()),
        Optional.of(fields.get(2)).filter(counter -> !counter.isEmpty()));
  }
}
