package de.lokalwillkommen.web.rest;

import de.lokalwillkommen.web.request.SentValues;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
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
  private static final int TIME = 8;
  private static final int CHOICE = 40;

  private final JsonObject json;

  /** Where this object stands in the body, before the name of a field: empty for the body. */
  private final String place;

  private JsonBody(JsonObject json, String place) {
    this.json = json;
    this.place = place;
  }

  /** Reads a body; a missing body is an empty object. */
  public static JsonBody read(String body) {
    if (body == null || body.isBlank()) {
      return new JsonBody(JsonValue.EMPTY_JSON_OBJECT, "");
    }
    return Jsons.findObject(body)
        .map(json -> new JsonBody(json, ""))
        .orElseThrow(() -> new BadBody(MALFORMED, "", "problem.json"));
  }

  /**
   * Whether a field is named, even if it is null: a merge patch (RFC 7396) removes such a value.
   */
  public boolean names(String field) {
    return json.containsKey(field);
  }

  /** A required text: not empty, at most that long. */
  public String text(String field, int atMost) {
    return findText(field, atMost).orElseThrow(() -> unfit(field, "problem.field.missing"));
  }

  /** An optional text; missing and null are the same. */
  public Optional<String> findText(String field, int atMost) {
    return find(field)
        .map(
            value -> {
              if (!(value instanceof JsonString text)) {
                throw unfit(field, "problem.field.text");
              }
              if (text.getString().length() > atMost) {
                throw unfit(field, "problem.field.tooLong", atMost);
              }
              // PostgreSQL cannot store this character, and no real text contains it
              if (text.getString().indexOf('\0') >= 0) {
                throw unfit(field, "problem.field.unfit");
              }
              return text.getString();
            })
        .filter(text -> !text.isBlank());
  }

  /** A required whole number of up to 64 bits. */
  public long wholeNumber(String field) {
    return findNumber(field).orElseThrow(() -> unfit(field, "problem.field.missing"));
  }

  /** A required whole number. */
  public int number(String field) {
    return findNumber(field)
        .map(
            n -> {
              if (n != n.intValue()) {
                throw unfit(field, "problem.field.number");
              }
              return n.intValue();
            })
        .orElseThrow(() -> unfit(field, "problem.field.missing"));
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
                  throw unfit(field, "problem.field.number");
                }
              }
              throw unfit(field, "problem.field.number");
            });
  }

  /** A required day, such as {@code 2026-11-23}, in the range of {@link SentValues}. */
  public LocalDate day(String field) {
    return SentValues.findDay(text(field, DAY))
        .orElseThrow(() -> unfit(field, "problem.field.day"));
  }

  /** An optional day, as {@link #day} reads it; missing and null are the same. */
  public Optional<LocalDate> findDay(String field) {
    return findText(field, DAY).map(sent -> day(field));
  }

  /** A required time of day, such as {@code 08:30}. */
  public LocalTime time(String field) {
    return SentValues.findTime(text(field, TIME))
        .orElseThrow(() -> unfit(field, "problem.field.unfit"));
  }

  /** One of the constants of an enum, by its name; may be missing or null. */
  public <E extends Enum<E>> Optional<E> findOneOf(Class<E> choices, String field) {
    return findText(field, CHOICE)
        .map(
            name ->
                EnumSet.allOf(choices).stream()
                    .filter(choice -> choice.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unfit(field, "problem.field.unfit")));
  }

  /** One of the constants of an enum, by its name; required. */
  public <E extends Enum<E>> E oneOf(Class<E> choices, String field) {
    return findOneOf(choices, field).orElseThrow(() -> unfit(field, "problem.field.missing"));
  }

  /** A yes or no; missing means no. */
  public boolean flag(String field) {
    return find(field)
        .map(
            value ->
                switch (value.getValueType()) {
                  case TRUE -> true;
                  case FALSE -> false;
                  default -> throw unfit(field, "problem.field.flag");
                })
        .orElse(false);
  }

  /** A list of texts; missing means empty. */
  public Set<String> texts(String field, int atMost) {
    return find(field)
        .map(
            value -> {
              if (!(value instanceof JsonArray list)) {
                throw unfit(field, "problem.field.list");
              }
              Set<String> texts = new LinkedHashSet<>();
              for (JsonValue entry : list) {
                if (!(entry instanceof JsonString text)
                    || text.getString().length() > atMost
                    || text.getString().indexOf('\0') >= 0) {
                  throw unfit(field, "problem.field.list");
                }
                texts.add(text.getString());
              }
              return texts;
            })
        .orElse(Set.of());
  }

  /** A list of objects, each to be read like a body; missing means empty. */
  public List<JsonBody> objects(String field) {
    return find(field)
        .map(
            value -> {
              if (!(value instanceof JsonArray list)) {
                throw unfit(field, "problem.field.list");
              }
              List<JsonBody> objects = new ArrayList<>();
              for (JsonValue entry : list) {
                if (!(entry instanceof JsonObject object)) {
                  throw unfit(field, "problem.field.list");
                }
                objects.add(new JsonBody(object, place + field + "[" + objects.size() + "]."));
              }
              return objects;
            })
        .orElse(List.of());
  }

  /** An object, to be read like a body; missing and null are the same. */
  public Optional<JsonBody> findObject(String field) {
    return find(field)
        .map(
            value -> {
              if (!(value instanceof JsonObject object)) {
                throw unfit(field, "problem.field.unfit");
              }
              return new JsonBody(object, place + field + ".");
            });
  }

  /** The fields that are named, in their order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(json.keySet());
  }

  private BadBody unfit(String field, String key, Object... arguments) {
    return new BadBody(UNFIT, place + field, key, arguments);
  }

  private Optional<JsonValue> find(String field) {
    return Optional.ofNullable(json.get(field)).filter(value -> value != JsonValue.NULL);
  }
}
