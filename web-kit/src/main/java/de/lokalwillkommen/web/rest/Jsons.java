package de.lokalwillkommen.web.rest;

import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.ticketing.TicketView;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** The JSON of things that several interfaces have in common. */
public final class Jsons {

  // looking up the provider takes longer than most answers, so it is done once
  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

  private Jsons() {}

  /** An empty object to be filled. */
  public static JsonObjectBuilder object() {
    return BUILDERS.createObjectBuilder();
  }

  /** An object to begin with. */
  public static JsonObjectBuilder object(JsonObject from) {
    return BUILDERS.createObjectBuilder(from);
  }

  /** An empty list to be filled. */
  public static JsonArrayBuilder array() {
    return BUILDERS.createArrayBuilder();
  }

  /** Parses untrusted text; empty if it is not a JSON object. */
  public static Optional<JsonObject> findObject(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return Optional.of(reader.readObject());
    } catch (RuntimeException | StackOverflowError notAnObject) {
      // the parser throws many kinds of exceptions, for instance for deep nesting and huge numbers
      return Optional.empty();
    }
  }

  /** A ticket without the members that only its visitor or only staff may see. */
  public static JsonObjectBuilder ticket(TicketView ticket, Optional<Estimate> estimate) {
    return object()
        .add("number", ticket.number())
        .add("office", ticket.office())
        .add("topic", ticket.topic())
        .add("language", ticket.language())
        .add("origin", ticket.origin().name())
        .add("state", ticket.status().name())
        .add("counter", ticket.counter().map(Jsons::counter).orElse(JsonValue.NULL))
        .add("issuedAt", ticket.issuedAt().toString())
        .add("calledAt", orNull(ticket.calledAt()))
        .add("comingSince", orNull(ticket.comingSince()))
        .add("backAt", orNull(ticket.backAt()))
        .add("ahead", ticket.ahead())
        .add("estimate", estimate.map(Jsons::estimate).orElse(JsonValue.NULL));
  }

  /** A free slot. */
  public static JsonObjectBuilder slot(Slot slot) {
    return object()
        .add("id", slot.id().toString())
        .add("office", slot.office())
        .add("start", slot.start().toString())
        .add("end", slot.end().toString())
        .add("free", slot.free());
  }

  /** A range of time. */
  public static JsonValue estimate(Estimate estimate) {
    return object()
        .add("from", estimate.from().toString())
        .add("to", estimate.to().toString())
        .add("at", estimate.at().toString())
        .build();
  }

  /** A value as text, an instant in RFC 3339, or null. */
  public static JsonValue orNull(Optional<?> value) {
    return value.<JsonValue>map(v -> PROVIDER.createValue(v.toString())).orElse(JsonValue.NULL);
  }

  private static JsonValue counter(TicketView.At counter) {
    return object().add("id", counter.id()).add("name", counter.name()).build();
  }
}
