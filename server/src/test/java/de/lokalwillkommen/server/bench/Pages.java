package de.lokalwillkommen.server.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import de.lokalwillkommen.server.system.Api;
import de.lokalwillkommen.server.system.Chromium;
import de.lokalwillkommen.server.system.RunningServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Measures how much the first visit of each page loads. */
final class Pages {

  private Pages() {}

  static Map<String, String> measure(RunningServer server) {
    String token = new Api(server).takeTicket("hoerde", "letters", "ar").json().getString("token");
    Map<String, String> measured = new LinkedHashMap<>();
    try (Playwright playwright = Playwright.create(Chromium.withoutDownload());
        Browser browser = Chromium.launch(playwright)) {
      measured.put("page display", load(browser, server, "/display/hoerde"));
      measured.put("page kiosk (de)", load(browser, server, "/kiosk/hoerde"));
      measured.put("page kiosk (ar)", load(browser, server, "/kiosk/hoerde?lang=ar"));
      measured.put("page phone (ar)", load(browser, server, "/kiosk/t/" + token));
    }
    return measured;
  }

  private static String load(Browser browser, RunningServer server, String path) {
    try (Page page = browser.newPage()) {
      List<Request> requests = new CopyOnWriteArrayList<>();
      page.onRequestFinished(requests::add);
      page.navigate(server.uri(path).toString());
      page.waitForLoadState(LoadState.NETWORKIDLE);
      List<Request> first = requests.stream().filter(r -> !r.url().startsWith("data:")).toList();
      long bytes =
          first.stream()
              .mapToLong(r -> r.sizes().responseBodySize + (long) r.sizes().responseHeadersSize)
              .sum();
      return String.format(Locale.ROOT, "%.0f KB in %d requests", bytes / 1000.0, first.size());
    }
  }
}
