package de.lokalwillkommen.web.rest;

import de.lokalwillkommen.core.forecast.Estimate;
import de.lokalwillkommen.core.ticketing.TicketView;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;

/** How the things that several interfaces speak of look in JSON. */
public final class Jsons {

  private Jsons() {}

  /** A ticket without the members that only its visitor or only staff may see. */
  public static JsonObjectBuilder ticket(TicketView ticket, Optional<Estimate> estimate) {
    return Json.createObjectBuilder()
        .add("number", ticket.number())
        .add("office", ticket.office())
        .add("topic", ticket.topic())
        .add("language", ticket.language())
        .add("origin", ticket.origin().name())
        .add("state", ticket.status().name())
        .add("counter", ticket.counter().map(Jsons::counter).orElse(JsonValue.NULL))
        .add("issuedAt", ticket.issuedAt().toString())
        .add("calledAt", orNull(ticket.calledAt()))
        .add("backAt", orNull(ticket.backAt()))
        .add("ahead", ticket.ahead())
        .add("estimate", estimate.map(Jsons::estimate).orElse(JsonValue.NULL));
  }

  /** A range of time. */
  public static JsonValue estimate(Estimate estimate) {
    return Json.createObjectBuilder()
        .add("from", estimate.from().toString())
        .add("to", estimate.to().toString())
        .add("at", estimate.at().toString())
        .build();
  }

  /** An instant in RFC 3339, or null. */
  public static JsonValue orNull(Optional<Instant> instant) {
    return instant.<JsonValue>map(i -> Json.createValue(i.toString())).orElse(JsonValue.NULL);
  }

  private static JsonValue counter(TicketView.At counter) {
    return Json.createObjectBuilder().add("id", counter.id()).add("name", counter.name()).build();
  }
}
