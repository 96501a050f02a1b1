package de.lokalwillkommen.server.system;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** The REST interface as a client sees it. */
public final class Api {

  /** One client for all: it keeps connections open, as kiosks do. */
  public static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(30))
          .build();

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final RunningServer server;

  public Api(RunningServer server) {
    this.server = server;
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param headers its headers
   * @param body its body as text
   */
  public record Answer(int status, java.net.http.HttpHeaders headers, String body) {

    public JsonValue value() {
      return read(body);
    }

    public JsonObject json() {
      return read(body).asJsonObject();
    }

    public JsonArray array() {
      return read(body).asJsonArray();
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    private static JsonValue read(String text) {
      try (var reader = Json.createReader(new StringReader(text))) {
        return reader.readValue();
      }
    }
  }

  /** The office's time; a demo's differs from that of the machine. */
  public Instant now() {
    return Instant.parse(board("hoerde").getString("now"));
  }

  /** The current day of the offices. */
  public LocalDate today() {
    return LocalDate.ofInstant(now(), BERLIN);
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  public Answer delete(String path, String... headers) {
    return send("DELETE", path, BodyPublishers.noBody(), headers);
  }

  public Answer post(String path, String body, String... headers) {
    return send("POST", path, BodyPublishers.ofString(body), headers);
  }

  public Answer send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = request(server.uri(path)).method(method, body);
    if (body.contentLength() != 0) {
      request.setHeader("Content-Type", "application/json");
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Patience.seconds(30));
  }

  public static Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Takes a ticket with a key of its own. */
  public Answer takeTicket(String office, String topic, String language) {
    return takeTicket(office, topic, language, UUID.randomUUID().toString());
  }

  public Answer takeTicket(String office, String topic, String language, String key) {
    return post(
        "/kiosk/api/v1/offices/" + office + "/tickets",
        Json.createObjectBuilder(Map.of("topic", topic, "language", language)).build().toString(),
        "Idempotency-Key",
        key);
  }

  public Answer ticket(String token) {
    return get("/kiosk/api/v1/tickets/" + token);
  }

  public JsonObject board(String office) {
    return get("/display/api/v1/offices/" + office + "/board").json();
  }

  /** Signs in at a counter of an office. */
  public Counsellor signIn(String office, int counter) {
    Answer answer =
        post(
            "/admin/api/v1/session",
            """
            {"user":"%s-%d","password":"demo","office":"%s","counter":"%d","tandem":true}\
            """
                .formatted(office, counter, office, counter));
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.toString());
    }
    return new Counsellor(
        answer.json().getString("token"),
        answer.json().getString("csrf"),
        answer.json().getJsonObject("counter").getJsonNumber("id").longValue(),
        office);
  }

  /** A person signed in at a counter. */
  public final class Counsellor {

    private final String token;
    private final String csrf;
    private final long counter;
    private final String office;

    private Counsellor(String token, String csrf, long counter, String office) {
      this.token = token;
      this.csrf = csrf;
      this.counter = counter;
      this.office = office;
    }

    public long counter() {
      return counter;
    }

    public String token() {
      return token;
    }

    /** Ends the sign-in and the shift. */
    public Answer signOut() {
      return signOut("");
    }

    /**
     * Ends the sign-in and the shift.
     *
     * @param query says what happens to the visitors at the counter
     */
    public Answer signOut(String query) {
      return delete("/admin/api/v1/session" + query, authorization());
    }

    /** The secret of the pages of this sign-in. */
    public String csrf() {
      return csrf;
    }

    public Answer next() {
      return post("/admin/api/v1/counters/" + counter + "/next", "", authorization());
    }

    public Answer act(long ticket, String action, String body) {
      return post("/admin/api/v1/tickets/" + ticket + "/" + action, body, authorization());
    }

    public Answer act(long ticket, String action) {
      return act(ticket, action, "{}");
    }

    /** Ends all visits at the office's counters; the demo has some at most hours. */
    public void clearCounters() {
      for (JsonObject ticket :
          line().json().getJsonArray("atCounters").getValuesAs(JsonObject.class)) {
        boolean serving = ticket.getString("state").equals("SERVING");
        act(ticket.getJsonNumber("id").longValue(), serving ? "finish" : "no-show");
      }
    }

    /** Serves all earlier visitors first, so that the test's visitor is next. */
    public void clearTheLine() {
      clearCounters();
      for (Answer next = next(); next.status() == 200; next = next()) {
        act(next.json().getJsonNumber("id").longValue(), "no-show");
      }
    }

    public Answer line() {
      return get("/admin/api/v1/offices/" + office + "/line", authorization());
    }

    /** Free slots in the office, those kept for staff too. */
    public Answer slots(String topic, String language) {
      String query = "?topic=" + topic + "&language=" + language;
      return get(ofOffice("/slots" + query), authorization());
    }

    public Answer appointments() {
      return get(ofOffice("/appointments"), authorization());
    }

    /** Books a slot in the office. */
    public Answer book(String slot, String topic, String language) {
      Map<String, Object> body = Map.of("slot", slot, "topic", topic, "language", language);
      return post(
          ofOffice("/appointments"),
          Json.createObjectBuilder(body).build().toString(),
          authorization());
    }

    /** Sends a request below the address of the office's appointments, with any method. */
    public Answer appointment(String method, String rest, String body) {
      return send(
          method,
          ofOffice("/appointments/" + rest),
          body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
          authorization());
    }

    private String ofOffice(String rest) {
      return "/admin/api/v1/offices/" + office + rest;
    }

    private String[] authorization() {
      return new String[] {"Authorization", "Bearer " + token};
    }
  }
}
