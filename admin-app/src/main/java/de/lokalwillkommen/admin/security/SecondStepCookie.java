package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.staff.SecondStep.Need;
import de.lokalwillkommen.core.staff.SigningIn.Halfway;
import de.lokalwillkommen.web.page.OwnCookie;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes in the browser that the password was right, until the code follows: signed, valid for some
 * minutes and while the password stays the same. It gives no right and is no sign-in.
 */
@ApplicationScoped
public class SecondStepCookie {

  static final String NAME = "lw_step";
  static final Duration VALID = Duration.ofMinutes(10);

  private static final String PURPOSE = "second-step";
  private static final int SIGNATURE_BYTES = 32;
  private static final int FIELDS = 6;
  private static final int LONGEST = 1000;

  private InstallationKey key;
  private Clock clock;

  protected SecondStepCookie() {}

  @Inject
  SecondStepCookie(InstallationKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
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
    String text =
        Stream.of(
                halfway.login(),
                halfway.passwordMark(),
                halfway.need().name(),
                begun.office().orElse(""),
                begun.counter().orElse(""),
                String.valueOf(clock.instant().plus(VALID).getEpochSecond()))
            .map(field -> base64(field.getBytes(StandardCharsets.UTF_8)))
            .collect(Collectors.joining("."));
    OwnCookie.put(NAME, text + "." + signature(text), request, response);
  }

  /** What this browser has shown, if that is still valid. */
  public Optional<Begun> find(HttpServletRequest request) {
    return OwnCookie.list(NAME, request)
        .filter(value -> value.length() <= LONGEST)
        .flatMap(value -> read(value).stream())
        .findFirst();
  }

  public void remove(HttpServletRequest request, HttpServletResponse response) {
    OwnCookie.remove(NAME, request, response);
  }

  private Optional<Begun> read(String value) {
    int end = value.lastIndexOf('.');
    if (end < 0 || !isEqual(signature(value.substring(0, end)), value.substring(end + 1))) {
      return Optional.empty();
    }
    // what is signed is well-formed
    List<String> fields =
        Stream.of(value.substring(0, end).split("\\.", FIELDS))
            .map(field -> new String(Base64.getUrlDecoder().decode(field), StandardCharsets.UTF_8))
            .toList();
    if (clock.instant().getEpochSecond() >= Long.parseLong(fields.get(5))) {
      return Optional.empty();
    }
    return Optional.of(
        new Begun(
            new Halfway(fields.get(0), fields.get(1), Need.valueOf(fields.get(2))),
            Optional.of(fields.get(3)).filter(office -> !office.isEmpty()),
            Optional.of(fields.get(4)).filter(counter -> !counter.isEmpty())));
  }

  private String signature(String text) {
    return base64(key.sign(PURPOSE, text, SIGNATURE_BYTES));
  }

  private static boolean isEqual(String right, String shown) {
    return MessageDigest.isEqual(
        right.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
