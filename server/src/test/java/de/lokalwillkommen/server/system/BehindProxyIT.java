package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that a TLS proxy stands before, configured by a file; the tests are the proxy. */
class BehindProxyIT {

  private static final String PUBLIC = "https://kiosk.example";
  private static final String OTHER_PORT = "https://kiosk.example:444";

  private static RunningServer server;
  private static Api api;

  @BeforeAll
  static void start() throws IOException {
    Path settings = Files.createTempFile("lw-settings", ".properties");
    Files.writeString(
        settings,
        """
        lw.base-url = https://kiosk.example/
        lw.kiosk.idle-seconds = 77
        """);
    server = RunningServer.demo("--config", settings.toString());
    api = new Api(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theReadyLineStillNamesWhereItListens() {
    assertThat(server.output())
        .anyMatch(
            line ->
                line.startsWith(
                    "lokal willkommen is ready: http://127.0.0.1:" + server.port() + "/ "));
  }

  @Test
  void kiosksAreAsPatientAsTheFileSays() {
    assertThat(api.get("/kiosk/hoerde").body()).contains("data-idle-seconds=\"77\"");
  }

  @Test
  void theLocationOfATicketIsItsPublicOne() {
    Api.Answer issued = api.takeTicket("hoerde", "housing", "de");

    assertThat(issued.header("Location"))
        .isEqualTo(PUBLIC + "/kiosk/api/v1/tickets/" + issued.json().getString("token"));
  }

  @Test
  void redirectsStayAtThePublicAddress() {
    assertThat(api.get("/admin/").header("Location")).isEqualTo(PUBLIC + "/admin/sign-in.xhtml");
  }

  @Test
  void cookiesTravelOverTlsOnly() {
    Api.Answer page = api.get("/admin/sign-in.xhtml?lang=de");

    assertThat(page.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("Secure"));
    assertThat(page.header("Strict-Transport-Security")).isNotEmpty();
  }

  @Test
  void socketsOpenFromPublicPagesAndFromNoOthers() {
    assertThat(handshake(PUBLIC)).isEqualTo(101);
    assertThat(handshake("http://127.0.0.1:" + server.port())).isEqualTo(101);
    assertThat(handshake(OTHER_PORT)).isEqualTo(403);
    assertThat(handshake("http://kiosk.example")).isEqualTo(403);
  }

  @Test
  void publicPagesMayChangeSomethingAndOthersMayNot() {
    assertThat(signIn(PUBLIC)).isEqualTo(200);
    assertThat(signIn(OTHER_PORT)).isEqualTo(403);
  }

  private static int handshake(String origin) {
    return RawHandshake.statusOf(
        server.port(), "/display/ws/hoerde", "lw.board.v1", "Origin", origin);
  }

  private static int signIn(String origin) {
    return api.post(
            "/admin/api/v1/session",
            "{\"user\":\"eving-1\",\"password\":\"demo\",\"office\":\"eving\",\"counter\":\"1\"}",
            "Origin",
            origin)
        .status();
  }
}
