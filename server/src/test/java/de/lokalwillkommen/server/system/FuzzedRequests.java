package de.lokalwillkommen.server.system;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;

/**
 * Requests made from the OpenAPI document: mostly such as it describes, with values of the right
 * type at the edges of their ranges, some with values of a wrong type, some with any bytes.
 */
final class FuzzedRequests {

  private static final int DEPTH = 4;
  private static final int VARIETY = 1000;

  /** One of this many values has another type, does not exist, or is a broken body. */
  private static final int OTHER_TYPE = 40;

  private static final int UNKNOWN = 8;
  private static final int NO_JSON = 25;

  private static final List<String> JUNK =
      List.of(
          "{",
          "null",
          "[[[[[[[[[[",
          "\"text\"",
          "{\"a\":1e999999999}",
          "{\"a\":\"\\ud800\"}",
          "{\"a\":\"\\u0000\"}",
          "\u0000\u0001");

  private final Description description;
  private final Map<String, List<String>> known;
  private final Random random;
  private final RandomGenerator<String> texts =
      sampled(
          Arbitraries.oneOf(
              Arbitraries.strings().ofMaxLength(12),
              Arbitraries.strings().alpha().ofMaxLength(60),
              Arbitraries.strings().withCharRange('\u0590', '\u08ff').ofMaxLength(30),
              Arbitraries.of(
                  "",
                  " ",
                  "'; drop table ticket; --",
                  "<script>alert(1)</script>",
                  "${7*7}",
                  "../../etc/passwd",
                  "\u0000",
                  "x".repeat(5000))));
  private final RandomGenerator<Long> numbers =
      sampled(
          Arbitraries.oneOf(
              Arbitraries.longs().between(-3, 300),
              Arbitraries.longs(),
              Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 1L << 31, -1L, 0L)));

  /**
   * @param known values that exist, by the names of parameters and members
   */
  FuzzedRequests(Description description, Map<String, List<String>> known, long seed) {
    this.description = description;
    this.known = known;
    this.random = new Random(seed);
  }

  /**
   * A request.
   *
   * @param call the method and the path of the document, for example {@code GET /kiosk/…/{office}}
   * @param path the path with its parts and its query
   * @param headers names and values
   */
  record Request(String call, String method, String path, List<String> headers, String body) {}

  private static <T> RandomGenerator<T> sampled(Arbitrary<T> values) {
    return values.generator(VARIETY);
  }

  private String text() {
    return texts.next(random).value();
  }

  private boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** The next one. */
  Request next() {
    List<String> calls = List.copyOf(description.calls());
    String call = any(calls);
    String[] parts = call.split(" ");
    JsonObject operation = description.operation(call);
    String path = parts[1];
    StringBuilder query = new StringBuilder();
    List<String> headers = new ArrayList<>();
    for (JsonObject parameter : description.parameters(call)) {
      String name = parameter.getString("name");
      String value = parameterValue(name, parameter.getJsonObject("schema"));
      switch (parameter.getString("in")) {
        case "path" ->
            path = path.replace("{" + name + "}", encoded(value.isBlank() ? "-" : value));
        case "query" -> {
          if (!once(3)) {
            query
                .append(query.isEmpty() ? "?" : "&")
                .append(name)
                .append("=")
                .append(encoded(value));
          }
        }
        default -> {
          if (!name.equals("X-CSRF-Token") && !once(6)) {
            headers.addAll(List.of(name, value.replaceAll("[^ -~]", "?").strip()));
          }
        }
      }
    }
    String body = "";
    if (operation.containsKey("requestBody")) {
      JsonObject content = description.content(operation);
      String type = any(List.copyOf(content.keySet()));
      headers.addAll(List.of("Content-Type", type));
      body =
          once(12)
              ? any(JUNK)
              : value(content.getJsonObject(type).getJsonObject("schema"), "", 0).toString();
    }
    return new Request(call, parts[0], path + query, headers, body);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String parameterValue(String name, JsonObject schema) {
    if (known.containsKey(name) && !once(UNKNOWN)) {
      return any(known.get(name));
    }
    JsonValue value = value(schema, name, 0);
    return value instanceof JsonString text ? text.getString() : value.toString();
  }

  /** A value for a schema, now and then one of another type. */
  private JsonValue value(JsonObject said, String name, int depth) {
    JsonObject schema = description.resolved(said);
    if (once(OTHER_TYPE)) {
      return any(
          List.of(
              JsonValue.NULL,
              JsonValue.TRUE,
              Json.createValue(text()),
              Json.createValue(numbers.next(random).value()),
              JsonValue.EMPTY_JSON_ARRAY,
              JsonValue.EMPTY_JSON_OBJECT));
    }
    if (known.containsKey(name) && !once(UNKNOWN)) {
      return Json.createValue(any(known.get(name)));
    }
    if (schema.containsKey("enum")) {
      return any(List.copyOf(schema.getJsonArray("enum")));
    }
    if (schema.containsKey("allOf")) {
      return object(description.members(schema), depth);
    }
    return switch (schema.getString("type", "string")) {
      case "integer", "number" -> Json.createValue(numbers.next(random).value());
      case "boolean" -> random.nextBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
      case "array" -> array(schema.getJsonObject("items"), name, depth);
      case "object" -> object(description.members(schema), depth);
      default -> Json.createValue(formatted(schema));
    };
  }

  private String formatted(JsonObject schema) {
    return switch (schema.getString("format", "")) {
      case "date" -> any(List.of("2027-06-17", "2027-02-30", "2028-02-29", "0000-01-01", text()));
      case "date-time" -> any(List.of("2027-06-17T10:00:00Z", "2027-06-17T10:00:00+99:00", text()));
      default ->
          Optional.ofNullable(schema.get("example"))
              .filter(example -> example instanceof JsonString && random.nextBoolean())
              .map(example -> ((JsonString) example).getString())
              .orElseGet(this::text);
    };
  }

  private JsonArray array(JsonObject items, String name, int depth) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    int length = depth > DEPTH ? 0 : random.nextInt(4);
    for (int i = 0; i < length; i++) {
      list.add(value(items, name, depth + 1));
    }
    return list.build();
  }

  private JsonObject object(Map<String, JsonObject> members, int depth) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    if (depth <= DEPTH) {
      members.forEach(
          (name, schema) -> {
            if (random.nextInt(3) > 0) {
              object.add(name, value(schema, name, depth + 1));
            }
          });
    }
    return object.build();
  }
}
