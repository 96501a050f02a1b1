package de.lokalwillkommen.server.system;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The OpenAPI document of a server, and the check of answers against it. */
final class Description {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final JsonObject document;

  Description(JsonObject document) {
    this.document = document;
  }

  JsonObject document() {
    return document;
  }

  /** All calls it describes, for example {@code GET /kiosk/api/v1/offices}. */
  Set<String> calls() {
    Set<String> calls = new TreeSet<>();
    JsonObject paths = document.getJsonObject("paths");
    for (String path : paths.keySet()) {
      for (String member : paths.getJsonObject(path).keySet()) {
        if (METHODS.contains(member)) {
          calls.add(member.toUpperCase(Locale.ROOT) + " " + path);
        }
      }
    }
    return calls;
  }

  /** What the document says of a call. */
  JsonObject operation(String call) {
    String[] parts = call.split(" ");
    return document
        .getJsonObject("paths")
        .getJsonObject(parts[1])
        .getJsonObject(parts[0].toLowerCase(Locale.ROOT));
  }

  /** The parameters of a call, those of its path included. */
  List<JsonObject> parameters(String call) {
    JsonObject path = document.getJsonObject("paths").getJsonObject(call.split(" ")[1]);
    return Stream.of(path, operation(call))
        .map(part -> part.getJsonArray("parameters"))
        .filter(Objects::nonNull)
        .flatMap(said -> said.getValuesAs(JsonObject.class).stream())
        .map(this::resolved)
        .toList();
  }

  /** The media types of the body of a call. */
  JsonObject content(JsonObject operation) {
    return resolved(operation.getJsonObject("requestBody")).getJsonObject("content");
  }

  /** The members of an object. */
  Map<String, JsonObject> members(JsonObject schema) {
    Map<String, JsonObject> members = new TreeMap<>();
    collectMembers(schema, members, new HashSet<>());
    return members;
  }

  /** All references in it that lead nowhere. */
  List<String> brokenReferences() {
    List<String> broken = new ArrayList<>();
    collectBroken(document, broken);
    return broken;
  }

  private void collectBroken(JsonValue value, List<String> broken) {
    if (value instanceof JsonArray list) {
      list.forEach(entry -> collectBroken(entry, broken));
    } else if (value instanceof JsonObject object) {
      if (object.get("$ref") instanceof JsonString reference && !leadsSomewhere(reference)) {
        broken.add(reference.getString());
      }
      object.values().forEach(member -> collectBroken(member, broken));
    }
  }

  private boolean leadsSomewhere(JsonString reference) {
    return Json.createPointer(pointer(reference)).containsValue(document);
  }

  private static String pointer(JsonString reference) {
    return reference.getString().substring(1);
  }

  /** The differences between an answer and its description. */
  List<String> complaints(String call, Api.Answer answer) {
    JsonObject described = operation(call).getJsonObject("responses");
    String status = Integer.toString(answer.status());
    if (!described.containsKey(status)) {
      return List.of("status " + status + " is not described");
    }
    JsonObject content = resolved(described.getJsonObject(status)).getJsonObject("content");
    if (content == null) {
      return answer.body().isEmpty() ? List.of() : List.of("a body is not described");
    }
    String type = answer.header("Content-Type").split(";")[0];
    if (!content.containsKey(type)) {
      return List.of("the media type " + type + " is not described");
    }
    List<String> complaints = new ArrayList<>();
    if (!type.endsWith("json")) {
      return complaints;
    }
    compare(
        content.getJsonObject(type).getJsonObject("schema"), answer.value(), "body", complaints);
    return complaints;
  }

  private void compare(JsonObject said, JsonValue value, String where, List<String> complaints) {
    JsonObject schema = resolved(said);
    if (value == JsonValue.NULL) {
      if (!schema.getBoolean("nullable", false)) {
        complaints.add(where + " is null");
      }
      return;
    }
    if (schema.containsKey("enum") && !schema.getJsonArray("enum").contains(value)) {
      complaints.add(where + " is " + value);
    }
    Map<String, JsonObject> properties = new HashMap<>();
    Set<String> required = new HashSet<>();
    collectMembers(schema, properties, required);
    if (!properties.isEmpty()) {
      compareMembers(properties, required, value, where, complaints);
    } else if (schema.containsKey("allOf")) {
      schema
          .getJsonArray("allOf")
          .getValuesAs(JsonObject.class)
          .forEach(part -> compare(part, value, where, complaints));
    } else if (schema.containsKey("anyOf")) {
      if (schema.getJsonArray("anyOf").getValuesAs(JsonObject.class).stream()
          .noneMatch(choice -> fits(choice, value))) {
        complaints.add(where + " is none of what it may be: " + value);
      }
    } else if (!isOfType(schema, value)) {
      complaints.add(where + " is " + value);
    } else if (value instanceof JsonArray list && schema.containsKey("items")) {
      for (JsonValue entry : list) {
        compare(schema.getJsonObject("items"), entry, where + "[]", complaints);
      }
    }
  }

  private boolean fits(JsonObject choice, JsonValue value) {
    List<String> complaints = new ArrayList<>();
    compare(choice, value, "", complaints);
    return complaints.isEmpty();
  }

  private void compareMembers(
      Map<String, JsonObject> properties,
      Set<String> required,
      JsonValue value,
      String where,
      List<String> complaints) {
    if (!(value instanceof JsonObject object)) {
      complaints.add(where + " is no object");
      return;
    }
    required.stream()
        .filter(name -> !object.containsKey(name))
        .forEach(name -> complaints.add(where + "." + name + " is missing"));
    object.forEach(
        (name, member) -> {
          if (properties.containsKey(name)) {
            compare(properties.get(name), member, where + "." + name, complaints);
          } else {
            complaints.add(where + "." + name + " is not described");
          }
        });
  }

  private void collectMembers(
      JsonObject said, Map<String, JsonObject> properties, Set<String> required) {
    JsonObject schema = resolved(said);
    if (schema.containsKey("properties")) {
      JsonObject members = schema.getJsonObject("properties");
      members.keySet().forEach(name -> properties.put(name, members.getJsonObject(name)));
    }
    if (schema.containsKey("required")) {
      schema
          .getJsonArray("required")
          .getValuesAs(JsonString.class)
          .forEach(name -> required.add(name.getString()));
    }
    if (schema.containsKey("allOf")) {
      schema
          .getJsonArray("allOf")
          .getValuesAs(JsonObject.class)
          .forEach(part -> collectMembers(part, properties, required));
    }
  }

  private static boolean isOfType(JsonObject schema, JsonValue value) {
    return switch (schema.getString("type")) {
      case "string" ->
          value instanceof JsonString text
              && isOfFormat(schema.getString("format", ""), text.getString());
      case "integer" -> value instanceof JsonNumber number && number.isIntegral();
      case "boolean" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
      case "array" -> value instanceof JsonArray;
      case "object" -> value instanceof JsonObject;
      default -> false;
    };
  }

  private static boolean isOfFormat(String format, String text) {
    try {
      switch (format) {
        case "date-time" -> OffsetDateTime.parse(text);
        case "duration" -> Duration.parse(text);
        case "date" -> LocalDate.parse(text);
        default -> {
          // any value is allowed
        }
      }
      return true;
    } catch (DateTimeException other) {
      return false;
    }
  }

  /** What a reference stands for; anything else as it is. */
  JsonObject resolved(JsonObject said) {
    return said.get("$ref") instanceof JsonString reference
        ? document.getValue(pointer(reference)).asJsonObject()
        : said;
  }
}
