package de.lokalwillkommen.web.rest;

import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a request was not done, as {@code application/problem+json} (RFC 9457), in the caller's
 * language.
 *
 * @param status the HTTP status
 * @param detail one sentence, or the empty string
 * @param errors what is wrong with which field
 * @param facts further members, such as {@code state} or {@code opensAt}; lists are lists of slots
 */
public record Problem(
    int status, String detail, List<FieldError> errors, Map<String, Object> facts) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The fact with the number of seconds after which a retry can succeed. */
  public static final String RETRY_AFTER = "retryAfter";

  /** The delay after which a client should try again while the database is away. */
  public static final int RETRY_SECONDS = 5;

  private static final String FIELD = "field";

  /**
   * What is wrong with one field.
   *
   * @param field its name as in the request
   * @param message one sentence
   */
  public record FieldError(String field, String message) {}

  /** A problem without further detail. */
  public static Problem of(int status) {
    return new Problem(status, "", List.of(), Map.of());
  }

  /** The problem while the database is away. */
  public static Problem ofAbsentDatabase() {
    return new Problem(
        statusOf(Refusal.Kind.UNAVAILABLE), "", List.of(), Map.of(RETRY_AFTER, RETRY_SECONDS));
  }

  /** A refusal in words. */
  public static Problem of(Refusal refusal, Texts texts, Language language) {
    String detail = texts.get(language, "refusal." + refusal.key(), refusal.arguments().toArray());
    Map<String, Object> facts = new LinkedHashMap<>(refusal.facts());
    List<FieldError> errors = new ArrayList<>();
    Object field = facts.remove(FIELD);
    if (field != null) {
      errors.add(new FieldError(field.toString(), detail));
    }
    return new Problem(statusOf(refusal.kind()), detail, errors, facts);
  }

  /** The HTTP status of a kind of refusal. */
  public static int statusOf(Refusal.Kind kind) {
    return switch (kind) {
      case UNKNOWN -> 404;
      case GONE -> 410;
      case INVALID -> 422;
      case CONFLICT -> 409;
      case CHANGED_MEANWHILE -> 412;
      case NOT_ALLOWED -> 403;
      case NOT_SIGNED_IN -> 401;
      case TOO_OFTEN -> 429;
      case UNAVAILABLE -> 503;
    };
  }

  /** The body, with the title of the status in that language. */
  public String toJson(Texts texts, Language language) {
    String titleKey = "problem.title." + status;
    JsonObjectBuilder json =
        Jsons.object()
            .add("type", "about:blank")
            .add("title", texts.get(language, texts.has(titleKey) ? titleKey : "problem.title.400"))
            .add("status", status);
    if (!detail.isEmpty()) {
      json.add("detail", detail);
    }
    if (!errors.isEmpty()) {
      JsonArrayBuilder list = Jsons.array();
      errors.forEach(
          e -> list.add(Jsons.object().add(FIELD, e.field()).add("message", e.message())));
      json.add("errors", list);
    }
    facts.forEach((name, value) -> add(json, name, value));
    return json.build().toString();
  }

  private static void add(JsonObjectBuilder json, String name, Object value) {
    if (value instanceof Number number) {
      json.add(name, number.longValue());
    } else if (value instanceof Instant instant) {
      json.add(name, instant.toString());
    } else if (value instanceof JsonValue ready) {
      json.add(name, ready);
    } else if (value instanceof Collection<?> slots) {
      JsonArrayBuilder list = Jsons.array();
      slots.forEach(slot -> list.add(Jsons.slot((Slot) slot)));
      json.add(name, list);
    } else {
      json.add(name, value.toString());
    }
  }
}
