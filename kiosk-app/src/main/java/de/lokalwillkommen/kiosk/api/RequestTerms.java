package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Checks of parameters that several requests have in common. */
@ApplicationScoped
public class RequestTerms {

  /** The greatest length of an identifier. */
  static final int WORD = 40;

  /** The greatest length of a code, which may be the whole address in a QR code. */
  static final int CODE = 300;

  /** The greatest length of a mail address (RFC 5321, 4.5.3.1.3). */
  static final int CONTACT = 254;

  private Texts texts;

  protected RequestTerms() {}

  @Inject
  RequestTerms(Texts texts) {
    this.texts = texts;
  }

  /**
   * The idempotency key of a request.
   *
   * @param header {@code Idempotency-Key}, or null
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if it is missing or too long
   */
  public RequestKey key(String header) {
    return Optional.ofNullable(header)
        .flatMap(RequestKey::find)
        .orElseThrow(() -> unfit("request.key", "Idempotency-Key"));
  }

  /**
   * An offered language.
   *
   * @param tag BCP 47 tag, or null
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if it is not offered
   */
  public String language(String tag) {
    if (texts.find(tag).isEmpty()) {
      throw unfit("language.unknown", "language");
    }
    return tag;
  }

  /**
   * Parses the identifier of a slot.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if it is malformed
   */
  public Slot.Id slot(String id) {
    return Slot.Id.find(id).orElseThrow(() -> unfit("slot.unknown", "slot"));
  }

  private static RuntimeException unfit(String key, String field) {
    return Refusal.of(Kind.INVALID, key).with("field", field).asException();
  }
}
