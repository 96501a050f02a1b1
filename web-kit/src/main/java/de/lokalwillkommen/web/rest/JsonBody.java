package de.lokalwillkommen.web.rest;

import de.lokalwillkommen.web.request.SentValues;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a request, read field by field: a field must have the right type, unknown fields are
 * ignored. Every refusal names the field.
 */
public final class JsonBody {

  private static final int MALFORMED = 400;
  private static final int UNFIT = 422;
  private static final int DAY = 10;
  private static final int CHOICE = 40;

  private final JsonObject json;

  private JsonBody(JsonObject json) {
    this.json = json;
  }

  /** Reads a body; a missing body is an empty object. */
  public static JsonBody read(String body) {
    if (body == null || body.isBlank()) {
      return new JsonBody(JsonValue.EMPTY_JSON_OBJECT);
    }
    return Jsons.findObject(body)
        .map(JsonBody::new)
        .orElseThrow(() -> new BadBody(MALFORMED, "", "problem.json"));
  }

  /** A required text: not empty, at most that long. */
  public String text(String field, int atMost) {
    return findText(field, atMost)
        .orElseThrow(() -> new BadBody(UNFIT, field, "problem.field.missing"));
  }

  /** An optional text; missing and null are the same. */
  public Optional<String> findText(String field, int atMost) {
    return find(field)
        .map(
            value -> {
              if (!(value instanceof JsonString text)) {
                throw new BadBody(UNFIT, field, "problem.field.text");
              }
              if (text.getString().length() > atMost) {
                throw new BadBody(UNFIT, field, "problem.field.tooLong", atMost);
              }
              // PostgreSQL cannot store this character, and no real text contains it
              if (text.getString().indexOf('\0') >= 0) {
                throw new BadBody(UNFIT, field, "problem.field.unfit");
              }
              return text.getString();
            })
        .filter(text -> !text.isBlank());
  }

  /** A required whole number. */
  public int number(String field) {
    return findNumber(field)
        .map(
            n -> {
              if (n != n.intValue()) {
                throw new BadBody(UNFIT, field, "problem.field.number");
              }
              return n.intValue();
            })
        .orElseThrow(() -> new BadBody(UNFIT, field, "problem.field.missing"));
  }

  /** An optional whole number; missing and null are the same. */
  public Optional<Long> findNumber(String field) {
    return find(field)
        .map(
            value -> {
              if (value instanceof JsonNumber number && number.isIntegral()) {
                try {
                  return number.longValueExact();
                } catch (ArithmeticException tooLarge) {
                  throw new BadBody(UNFIT, field, "problem.field.number");
                }
              }
              throw new BadBody(UNFIT, field, "problem.field.number");
            });
  }

  /** A required day, such as {@code 2026-11-23}, in the range of {@link SentValues}. */
  public LocalDate day(String field) {
    return SentValues.findDay(text(field, DAY))
        .orElseThrow(() -> new BadBody(UNFIT, field, "problem.field.day"));
  }

  /** One of the constants of an enum, by its name; may be missing or null. */
  public <E extends Enum<E>> Optional<E> findOneOf(Class<E> choices, String field) {
    return findText(field, CHOICE)
        .map(
            name ->
                EnumSet.allOf(choices).stream()
                    .filter(choice -> choice.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new BadBody(UNFIT, field, "problem.field.unfit")));
  }

  /** A yes or no; missing means no. */
  public boolean flag(String field) {
    return find(field)
        .map(
            value ->
                switch (value.getValueType()) {
                  case TRUE -> true;
                  case FALSE -> false;
                  default -> throw new BadBody(UNFIT, field, "problem.field.flag");
                })
        .orElse(false);
  }

  /** A list of texts; missing means empty. */
  public Set<String> texts(String field, int atMost) {
    return find(field)
        .map(
            value -> {
              if (!(value instanceof JsonArray list)) {
                throw new BadBody(UNFIT, field, "problem.field.list");
              }
              Set<String> texts = new LinkedHashSet<>();
              for (JsonValue entry : list) {
                if (!(entry instanceof JsonString text)
                    || text.getString().length() > atMost
                    || text.getString().indexOf('\0') >= 0) {
                  throw new BadBody(UNFIT, field, "problem.field.list");
                }
                texts.add(text.getString());
              }
              return texts;
            })
        .orElse(Set.of());
  }

  private Optional<JsonValue> find(String field) {
    return Optional.ofNullable(json.get(field)).filter(value -> value != JsonValue.NULL);
  }
}
