package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Names and reasons that contain markup are text on every page of every application. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the names are stored once
class MarkupIT {

  private static final String STAFF = "/admin/api/v1/";
  private static final String OFFICE = "brackel";

  private final RunningServer server = RunningServer.shared();
  private final Api api = new Api(server);
  private final List<Runnable> undoing = new ArrayList<>();
  private final Set<String> stored = new TreeSet<>();
  private StaffCallers.Caller admin;

  /** An element that no page has, and the end of an attribute. */
  private String markup(String what) {
    stored.add(what);
    return "<b id=x-" + what + " title=\"'>";
  }

  private static JsonObjectBuilder body() {
    return Json.createObjectBuilder();
  }

  private static JsonArrayBuilder list() {
    return Json.createArrayBuilder();
  }

  private JsonObject get(String path) {
    return api.get(path, admin.headers()).json();
  }

  private Api.Answer patch(String path, JsonObjectBuilder body) {
    Api.Answer answer =
        api.send("PATCH", path, BodyPublishers.ofString(body.build().toString()), anyState());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private String[] anyState() {
    return new String[] {"Authorization", "Bearer " + admin.token(), "If-Match", "*"};
  }

  private Api.Answer post(String path, JsonObjectBuilder body) {
    Api.Answer answer = api.post(path, body.build().toString(), admin.headers());
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer;
  }

  private static String pathOf(Api.Answer made) {
    return URI.create(made.header("Location")).getPath();
  }

  @BeforeAll
  void namesWithMarkupAreStored() {
    admin = StaffCallers.admin(api);
    nameOffice();
    nameCounter();
    addTopic();
    announce();
    close();
    addWebhook();
  }

  private void nameOffice() {
    String office = STAFF + "offices/" + OFFICE;
    String name = get(office).getString("name");
    undoing.add(() -> patch(office, body().add("name", name)));
    patch(office, body().add("name", markup("office")));
  }

  private void nameCounter() {
    String counters = STAFF + "counters?office=" + OFFICE;
    JsonObject first = api.get(counters, admin.headers()).array().getJsonObject(0);
    String counter = STAFF + "counters/" + first.getJsonNumber("id");
    undoing.add(() -> patch(counter, body().add("name", first.getString("name"))));
    patch(counter, body().add("name", markup("counter")));
  }

  private void addTopic() {
    JsonObjectBuilder name = body().add("language", "de").add("name", markup("topic"));
    Api.Answer topic =
        post(STAFF + "topics", body().add("names", list().add(name)).add("walkIn", true));
    undoing.add(() -> patch(pathOf(topic), body().add("retired", true)));

    String office = STAFF + "offices/" + OFFICE;
    JsonValue before = get(office).get("topics");
    undoing.add(0, () -> patch(office, body().add("topics", before)));
    patch(
        office,
        body()
            .add(
                "topics",
                Json.createArrayBuilder(before.asJsonArray()).add(topic.json().get("id"))));
  }

  private void announce() {
    String orders = STAFF + "offices/" + OFFICE + "/orders";
    undoing.add(() -> patch(orders, body().addNull("announcement")));
    JsonObjectBuilder texts = body().add("de", markup("announcement"));
    patch(orders, body().add("announcement", body().add("kind", "OWN").add("texts", texts)));
  }

  private void close() {
    Api.Answer closure =
        post(
            STAFF + "offices/" + OFFICE + "/closures",
            body()
                .add("firstDay", api.today().plusDays(400).toString())
                .add("reason", markup("closure")));
    undoing.add(() -> api.delete(pathOf(closure), admin.headers()));
  }

  private void addWebhook() {
    Api.Answer webhook =
        post(
            STAFF + "webhooks",
            body()
                .add("name", markup("webhook"))
                .add("address", "https://hooks.example/markup")
                .add("events", list().add("offer.made")));
    undoing.add(() -> api.delete(pathOf(webhook), anyState()));
  }

  @AfterAll
  void theyAreAsBefore() {
    undoing.forEach(Runnable::run);
    admin.leave(api);
  }

  @Test
  void itIsTextOnEveryPage() {
    Map<String, String> pages = new LinkedHashMap<>();
    for (String app : List.of("admin", "kiosk")) {
      RestResources.pagesOf(server, app)
          .forEach(page -> open(pages, "/" + app + "/" + page + "?office=" + OFFICE));
    }
    List.of("/kiosk/", "/kiosk/" + OFFICE, "/kiosk/" + OFFICE + "/book", "/display/" + OFFICE)
        .forEach(page -> open(pages, page));

    Set<String> shown = new TreeSet<>();
    pages.forEach(
        (page, html) -> {
          for (String what : stored) {
            assertThat(html).as(page).doesNotContain("<b id=x-" + what);
            assertThat(html)
                .as(page)
                .doesNotContainPattern("<\\w[^<>]*id=x-" + what + " title=[\"']");
            if (html.contains("id=x-" + what)) {
              shown.add(what);
            }
          }
        });
    assertThat(shown).as("each is on some page").isEqualTo(stored);
  }

  private void open(Map<String, String> pages, String path) {
    Api.Answer page = api.get(path, admin.headers());
    assertThat(page.status()).as(path).isLessThan(500);
    pages.put(path, page.body());
  }
}
