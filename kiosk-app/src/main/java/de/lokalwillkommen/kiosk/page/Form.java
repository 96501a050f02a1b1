package de.lokalwillkommen.kiosk.page;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The form that a visitor has sent by touching a button; a page that is only opened has none. */
@RequestScoped
public class Form {

  /** The parameter with the name of the action. */
  static final String DOES = "does";

  /** The parameter with the idempotency key. */
  static final String KEY = "key";

  private HttpServletRequest request;

  protected Form() {}

  @Inject
  Form(HttpServletRequest request) {
    this.request = request;
  }

  /** Whether anything has been sent. */
  public boolean isSent() {
    return "POST".equals(request.getMethod());
  }

  /** Whether the button of this action was touched. */
  public boolean does(String word) {
    return isSent() && word.equals(text(DOES));
  }

  /** A field, or the empty string. */
  public String text(String name) {
    return written(request.getParameter(name));
  }

  /** All values of a field with several. */
  public List<String> all(String name) {
    return Stream.ofNullable(request.getParameterValues(name))
        .flatMap(Stream::of)
        .map(Form::written)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /**
   * The idempotency key of this request.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if it is missing or too long
   */
  public RequestKey key() {
    return RequestKey.find(text(KEY))
        .orElseThrow(() -> Refusal.of(Kind.INVALID, "request.key").asException());
  }

  /**
   * A parameter without surrounding blanks, or the empty string; the same for one with a NUL, which
   * cannot be typed, and which PostgreSQL does not store.
   */
  static String written(String parameter) {
    return parameter == null || parameter.indexOf('\0') >= 0 ? "" : parameter.strip();
  }

  /** A new idempotency key. */
  public static String newKey() {
    return UUID.randomUUID().toString();
  }
}
