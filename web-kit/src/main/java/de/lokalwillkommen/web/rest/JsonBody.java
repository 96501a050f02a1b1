package de.lokalwillkommen.web.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a request, read field by field: what is there must have the right type, what is
 * unknown is ignored. Every complaint names the field.
 */
public final class JsonBody {

  private static final int MALFORMED = 400;
  private static final int UNFIT = 422;

  private final JsonObject json;

  private JsonBody(JsonObject json) {
    this.json = json;
  }

  /** Reads a body; nothing at all is an empty object. */
  public static JsonBody read(String body) {
    if (body == null || body.isBlank()) {
      return new JsonBody(JsonValue.EMPTY_JSON_OBJECT);
    }
    try (JsonReader reader = Jsons.reader(body)) {
      return new JsonBody(reader.readObject());
    } catch (JsonException | IllegalStateException | StackOverflowError notAnObject) {
      throw new BadBody(MALFORMED, "", "problem.json");
    }
  }

  /** A text that must be there, not empty and not longer than that. */
  public String text(String field, int atMost) {
    return findText(field, atMost)
        .orElseThrow(() -> new BadBody(UNFIT, field, "problem.field.missing"));
  }

  /** A text that may be missing or null. */
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
              // not every database can store this character, and no text has it
              if (text.getString().indexOf('\0') >= 0) {
                throw new BadBody(UNFIT, field, "problem.field.unfit");
              }
              return text.getString();
            })
        .filter(text -> !text.isBlank());
  }

  /** A whole number that must be there. */
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

  /** A whole number that may be missing or null. */
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
                if (!(entry instanceof JsonString text) || text.getString().length() > atMost) {
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
