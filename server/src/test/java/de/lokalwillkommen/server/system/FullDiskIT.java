package de.lokalwillkommen.server.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the embedded database fills up, is full, and has room again. */
class FullDiskIT {

  /** In seconds. */
  private static final int SOON = 15;

  /** In seconds. */
  private static final int FULL = 90;

  /** In seconds; a console draws itself again every half minute. */
  private static final int REDRAWN_WITHIN = 90;

  private final Browsing browsing = new Browsing();

  @AfterEach
  void close() {
    browsing.close();
  }

  @Test
  void newWorkIsRefusedInTimeAndAfterAFullDiskNothingIsLostAndNothingNeedsARestart(
      @TempDir Path folder) throws Exception {
    SmallDisk.assumePossible();
    SmallDisk disk = new SmallDisk(Files.createDirectory(folder.resolve("data")), 800);
    try (RunningServer server = RunningServer.demoBehind(disk.prefix(), folder.resolve("data"))) {
      disk.seenBy(server);
      Api api = new Api(server);
      Api.Counsellor counsellor = api.signIn("hoerde", 1);
      List<String> acknowledged = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        acknowledged.add(api.takeTicket("hoerde", "housing", "de").json().getString("token"));
      }

      Page console = browsing.console(server, "hoerde", 2, "de");

      disk.fillUpTo(100);
      await().atMost(Patience.seconds(SOON)).until(() -> storage(api).getBoolean("scarce"));
      PlaywrightAssertions.assertThat(console.locator(".storage-notice"))
          .isVisible(
              new LocatorAssertions.IsVisibleOptions().setTimeout(Patience.millis(REDRAWN_WITHIN)));
      Browsing.picture(console, "console-scarce-de");
      Api.Answer refused = api.takeTicket("hoerde", "housing", "de");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isNotEmpty();
      String slot =
          counsellor
              .slots("housing", "de")
              .json()
              .getJsonArray("slots")
              .getJsonObject(0)
              .getString("id");
      assertThat(counsellor.book(slot, "housing", "de").status()).isEqualTo(503);
      assertThat(counsellor.next().status()).as("calling goes on").isEqualTo(200);
      assertThat(api.get("/health/ready").status()).isEqualTo(200);

      disk.fill();
      // each sign-in adds a row, until the database cannot allocate a page
      await()
          .atMost(Patience.seconds(FULL))
          .until(() -> counsellor.next().status() == 503 || signIn(api) == 503);

      disk.empty();
      await().atMost(Patience.seconds(SOON)).until(() -> isTaken(api, acknowledged));
      assertThat(api.get("/health/ready").status()).isEqualTo(200);
      assertThat(counsellor.next().status()).isEqualTo(200);
      assertThat(acknowledged).allSatisfy(t -> assertThat(api.ticket(t).status()).isEqualTo(200));
    }
  }

  private static int signIn(Api api) {
    return api.post(
            "/admin/api/v1/session",
            """
            {"user":"hoerde-2","password":"demo","office":"hoerde","counter":"2"}\
            """)
        .status();
  }

  private static boolean isTaken(Api api, List<String> acknowledged) {
    Api.Answer taken = api.takeTicket("hoerde", "housing", "de");
    if (taken.status() == 201) {
      acknowledged.add(taken.json().getString("token"));
    }
    return taken.status() == 201;
  }

  private static Storage storage(Api api) {
    return new Storage(
        api
            .get("/health/ready")
            .json()
            .getJsonArray("checks")
            .getValuesAs(JsonObject.class)
            .stream()
            .filter(check -> check.getString("name").equals("storage"))
            .findFirst()
            .orElseThrow()
            .getJsonObject("data"));
  }

  /** The free space as reported by the health check, whose data are texts. */
  private record Storage(JsonObject data) {
    boolean getBoolean(String name) {
      return Boolean.parseBoolean(data.getString(name));
    }
  }
}
