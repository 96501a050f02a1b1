package de.lokalwillkommen.server.system;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests that are made from the OpenAPI document by chance, as a stranger and as people with and
 * without rights: each is answered as the document says, never with a 5xx, and a refused one
 * changes nothing. {@code -Dfuzz.requests=20000} sends more, {@code -Dfuzz.seed=…} repeats a run.
 */
class FuzzIT {

  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 500);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final int SIGN_INS_LAST = 100;

  /** Malformed addresses, media types, sizes and rates are refused before the call is looked at. */
  private static final Set<Integer> BEFORE_THE_APPLICATION = Set.of(400, 413, 414, 415, 429, 431);

  /** Which caller sends: mostly one who may, since a refusal for want of a right hides the rest. */
  private static final int[] CALLER = {0, 0, 1, 2, 2, 2, 3, 3, 3, 3};

  private static final int REFUSED = 400;
  private static final int FAILED = 500;

  private final Random random = new Random(SEED);
  private final Map<Integer, Integer> counts = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  @Test
  void noRequestFailsAndARefusedOneChangesNothing(@TempDir Path data) {
    System.out.println("fuzz.seed=" + SEED + " fuzz.requests=" + REQUESTS);
    try (RunningServer server = RunningServer.demo(data)) {
      JqwikSession.run(() -> fuzz(new Api(server)));
    }
    System.out.println("fuzz answers by status: " + counts);

    assertThat(wrong).isEmpty();
    assertThat(counts).containsKeys(200, 201, 404, 422);
  }

  private void fuzz(Api api) {
    Description description =
        new Description(api.get("/openapi", "Accept", "application/json").json());
    FuzzedRequests requests = new FuzzedRequests(description, known(api), SEED);
    List<List<String>> callers = List.of();
    String admin = "";
    String before = "";
    for (int sent = 0; sent < REQUESTS; sent++) {
      if (sent % SIGN_INS_LAST == 0) {
        admin = "Bearer " + token(api, "{\"user\":\"admin\",\"password\":\"demo\"}");
        callers =
            List.of(
                List.of(),
                List.of("Authorization", "Bearer nothing"),
                List.of("Authorization", "Bearer " + api.signIn("hoerde", 2).token()),
                List.of("Authorization", admin));
        before = state(api, admin);
      }
      FuzzedRequests.Request request = requests.next();
      List<String> headers = new ArrayList<>(request.headers());
      headers.addAll(callers.get(CALLER[random.nextInt(CALLER.length)]));
      Api.Answer answer =
          api.send(
              request.method(),
              request.path(),
              BodyPublishers.ofString(request.body()),
              headers.toArray(String[]::new));
      look(description, request, answer);
      if (!request.method().equals("GET")) {
        String after = state(api, admin);
        if (answer.status() >= REFUSED && !after.equals(before)) {
          wrong.add("refused with " + answer.status() + " but changed something: " + request);
        }
        before = after;
      }
    }
  }

  private void look(Description description, FuzzedRequests.Request request, Api.Answer answer) {
    counts.merge(answer.status(), 1, Integer::sum);
    List<String> complaints = description.complaints(request.call(), answer);
    boolean isAnsweredBefore = BEFORE_THE_APPLICATION.contains(answer.status());
    if (answer.status() >= FAILED || !(complaints.isEmpty() || isAnsweredBefore)) {
      wrong.add(answer.status() + " " + complaints + " to " + request);
    }
  }

  private static String token(Api api, String body) {
    return api.post("/admin/api/v1/session", body).json().getString("token");
  }

  private static Map<String, List<String>> known(Api api) {
    String ticket = api.takeTicket("hoerde", "housing", "de").json().getString("token");
    Api.Counsellor counsellor = api.signIn("hoerde", 2);
    String slot =
        counsellor
            .slots("housing", "de")
            .json()
            .getJsonArray("slots")
            .getJsonObject(0)
            .getString("id");
    String code = counsellor.book(slot, "housing", "de").json().getString("code");
    return Map.ofEntries(
        entry("office", List.of("hoerde", "mengede", "nowhere")),
        entry("topic", List.of("housing", "letters", "work")),
        entry("language", List.of("de", "ar", "fa")),
        entry("token", List.of(ticket, "nobodys")),
        entry("code", List.of(code)),
        entry("slot", List.of(slot)),
        entry("counter", idsOf(api, "counters", "eving")),
        entry("person", idsOf(api, "people", "eving")),
        entry("webhook", List.of(webhook(api))),
        entry("ticket", List.of("" + counsellor.next().json().getJsonNumber("id"))),
        entry("action", List.of("recall", "park", "transfer", "undo", "finish")),
        entry("If-Match", List.of("*", "\"0\"", "\"1\"")),
        entry("closesAt", List.of("23:50", "00:00", "06:00")),
        entry("zone", List.of("Europe/Berlin", "Asia/Kathmandu")),
        entry("region", List.of("nw", "by")));
  }

  /** A webhook that is told of nothing that happens here. */
  private static String webhook(Api api) {
    String admin = "Bearer " + token(api, "{\"user\":\"admin\",\"password\":\"demo\"}");
    return api.post(
            "/admin/api/v1/webhooks",
            "{\"name\":\"F\",\"address\":\"https://hooks.example\",\"events\":[\"offer.made\"]}",
            "Authorization",
            admin)
        .json()
        .getJsonNumber("id")
        .toString();
  }

  /** The identifiers of what belongs to an office. */
  private static List<String> idsOf(Api api, String resource, String office) {
    String admin = "Bearer " + token(api, "{\"user\":\"admin\",\"password\":\"demo\"}");
    return api
        .get("/admin/api/v1/" + resource, "Authorization", admin)
        .array()
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(thing -> office.equals(thing.getString("office", "")))
        .map(thing -> thing.getJsonNumber("id").toString())
        .toList();
  }

  /** What a refused request must not change. */
  private static String state(Api api, String admin) {
    return api.board("hoerde").getInt("version")
        + " "
        + api.board("mengede").getInt("version")
        + " "
        + api.get("/admin/api/v1/history?limit=1", "Authorization", admin)
            .json()
            .getJsonArray("entries");
  }
}
