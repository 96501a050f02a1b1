package de.lokalwillkommen.server.system;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real Keycloak with the realm of a city, on a port of this machine. */
final class Keycloak implements AutoCloseable {

  private static final String REALM = "stadt";
  private static final String OPERATOR = "operator";
  private static final String SECRET = "only-for-tests";

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = FreePorts.next();
  private final int management = FreePorts.next();
  private Process process;

  /** The options with which a server uses it. */
  String[] options(Path folder) throws IOException {
    return new String[] {
      "--oidc-issuer",
      issuer(),
      "--oidc-client-id",
      "lokal-willkommen",
      "--oidc-client-secret-file",
      Files.writeString(folder.resolve("oidc-secret"), SECRET + "\n").toString()
    };
  }

  private String issuer() {
    return at("/realms/" + REALM).toString();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Starts it for a server. */
  void startFor(RunningServer server) throws IOException {
    Path home = Path.of(System.getProperty("lw.keycloak"));
    Path imported = Files.createDirectories(home.resolve("data").resolve("import"));
    String realm = Files.readString(Path.of("src", "test", "keycloak", "stadt-realm.json"));
    Files.writeString(
        imported.resolve("stadt-realm.json"),
        realm.replace("${LW_PAGES}", "http://127.0.0.1:" + server.port()));
    ProcessBuilder command =
        new ProcessBuilder(
            "bash",
            home.resolve("bin").resolve("kc.sh").toString(),
            "start-dev",
            "--db=dev-mem",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--http-management-port=" + management,
            "--hostname=http://127.0.0.1:" + port,
            "--import-realm");
    command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", OPERATOR);
    command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", SECRET);
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.redirectErrorStream(true).redirectOutput(home.resolve("log").toFile());
    process = command.start();
    await().atMost(10, TimeUnit.MINUTES).pollInterval(1, TimeUnit.SECONDS).until(this::isThere);
  }

  private boolean isThere() {
    try {
      return send(HttpRequest.newBuilder(at("/realms/" + REALM)).GET()).statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Its operator ends all sessions of a person. */
  void signOut(String user) {
    JsonArray found = read(send(asOperator("/users?exact=true&username=" + user).GET()));
    String id = found.getJsonObject(0).getString("id");
    send(asOperator("/users/" + id + "/logout").POST(BodyPublishers.noBody()));
  }

  /** The number of a person's sessions. */
  int countSessions(String user) {
    JsonArray found = read(send(asOperator("/users?exact=true&username=" + user).GET()));
    String id = found.getJsonObject(0).getString("id");
    return read(send(asOperator("/users/" + id + "/sessions").GET())).size();
  }

  private HttpRequest.Builder asOperator(String path) {
    String form =
        "grant_type=password&client_id=admin-cli&username=%s&password=%s"
            .formatted(OPERATOR, URLEncoder.encode(SECRET, StandardCharsets.UTF_8));
    String answer =
        send(HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)))
            .body();
    try (JsonReader json = Json.createReader(new StringReader(answer))) {
      return HttpRequest.newBuilder(at("/admin/realms/" + REALM + path))
          .header("Authorization", "Bearer " + json.readObject().getString("access_token"));
    }
  }

  private static JsonArray read(HttpResponse<String> answer) {
    try (JsonReader json = Json.createReader(new StringReader(answer.body()))) {
      return json.readArray();
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
