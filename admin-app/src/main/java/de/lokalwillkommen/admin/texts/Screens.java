package de.lokalwillkommen.admin.texts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The pages on which a text stands, as far as a page can be shown without a visitor. */
final class Screens {

  /** The beginnings of keys, and the paths of the pages; the first that fits applies. */
  private static final Map<String, String> PATHS = inOrder();

  private Screens() {}

  private static Map<String, String> inOrder() {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("display/board.", "/display/%s");
    paths.put("display/overview.", "/display/");
    paths.put("kiosk/book.topic", "/kiosk/%s/book");
    paths.put("kiosk/checkIn.", "/kiosk/%s/check-in");
    paths.put("kiosk/offices.", "/kiosk/");
    paths.put("kiosk/sorry.404", "/kiosk/%s/none");
    for (String start :
        new String[] {
          "home.", "languages", "aid", "turn.", "entry.", "idle.", "moment.", "page."
        }) {
      paths.put("kiosk/" + start, "/kiosk/%s");
    }
    paths.put("web/topic.", "/kiosk/%s");
    paths.put("web/brand", "/kiosk/%s");
    return paths;
  }

  /** The address of a page with that text, in a language. */
  static Optional<String> find(String key, String office, String language) {
    boolean isOnNoPage = key.startsWith("web/topic.") && key.endsWith(".description");
    return PATHS.entrySet().stream()
        .filter(entry -> key.startsWith(entry.getKey()) && !isOnNoPage)
        .findFirst()
        .map(entry -> entry.getValue().replace("%s", office) + "?lang=" + language);
  }
}
