package de.lokalwillkommen.web.page;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Scripts and style sheets work in the oldest supported browsers (decision 22): iOS 15, Chrome 100,
 * Firefox ESR 102. Newer features are either not used, or only with a fallback.
 */
class OldestBrowsersTest {

  private static final Path ASSETS = Path.of("src/main/resources/META-INF/resources/lw");

  /** Features that scripts must not use, and the oldest browsers that support them. */
  private static final Map<String, String> MISSING =
      Map.ofEntries(
          entry("AbortSignal\\.(timeout|any)\\b", "iOS 16, Chrome 103"),
          entry("\\.showModal\\(", "iOS 15.4"),
          entry("\\.requestSubmit\\(", "iOS 16"),
          entry("\\bstructuredClone\\(", "iOS 15.4"),
          entry("\\bObject\\.(hasOwn|groupBy)\\b", "iOS 15.4"),
          entry("\\.(findLast|findLastIndex|at)\\(", "iOS 15.4, Firefox 104"),
          entry("\\.(toSorted|toReversed|toSpliced|with)\\(", "iOS 16, Chrome 110"),
          entry("\\brandomUUID\\b", "iOS 15.4"),
          entry("\\bBroadcastChannel\\b", "iOS 15.4"),
          entry("\\bPromise\\.(withResolvers|try)\\b", "iOS 17.4"),
          entry("\\bArray\\.fromAsync\\b", "iOS 16.4"),
          entry("\\bURL\\.(canParse|parse)\\b", "iOS 17"),
          entry("\\bIntl\\.(Segmenter|DurationFormat)\\b", "Firefox 125"),
          entry("\\(\\?<[=!]", "iOS 16.4"),
          entry("\\bstatic\\s*\\{", "iOS 16.4"),
          entry("\\.(role|aria[A-Z]\\w+)\\b(?!\\w*\\()", "Chrome 103, Firefox 119"),
          entry("\\.inert\\b", "iOS 15.5, Chrome 102, Firefox 112"),
          entry(
              "\\.(showPopover|hidePopover|togglePopover|checkVisibility|setHTML)\\(",
              "Chrome 105"),
          entry("\\bnavigator\\.(vibrate|wakeLock)\\b(?!\\?\\.)", "never in iOS 15 or Firefox"),
          entry("(?<!\\?\\?=? |\\?)\\.submitter\\b(?!\\s*\\?\\?)", "iOS 15.4"));

  /** The operator chooses the browser of a kiosk: see operations. */
  private static final Set<String> ON_KIOSKS =
      Set.of("kiosk.js", "pages.js", "press.js", "scanner.js");

  /** Values that need a fallback before them. */
  private static final Pattern NEW_VALUE =
      Pattern.compile("^\\s+([\\w-]+):[^;]*(?:\\d(?:dv|sv|lv)[bhiw]|color-mix\\(|light-dark\\()");

  private static final Set<String> KIOSK_STYLES = Set.of("kiosk.css", "booking.css", "board.css");

  private static Stream<Path> files(String folder, String suffix) {
    try (Stream<Path> files = Files.list(ASSETS.resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(suffix)).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> missingIn(String script) {
    return MISSING.entrySet().stream()
        .filter(missing -> Pattern.compile(missing.getKey()).matcher(script).find())
        .map(missing -> missing.getKey() + ": " + missing.getValue())
        .toList();
  }

  @Test
  void scriptsUseNothingThatTheOldestBrowsersLack() {
    Function<Path, String> code = file -> String.join("\n", lines(file));

    assertThat(files("js", ".js").filter(file -> !ON_KIOSKS.contains(nameOf(file))))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(missingIn(code.apply(file))).as(nameOf(file)).isEmpty());
  }

  @Test
  void violationsAreFound() {
    assertThat(missingIn("fetch(here, { signal: AbortSignal.timeout(5) })")).hasSize(1);
    assertThat(missingIn("if (button.role === 'tab') list.at(-1)")).hasSize(2);
    assertThat(missingIn("event.submitter.click()")).hasSize(1);
    assertThat(missingIn("event.submitter ?? pressed; navigator.vibrate?.(400)")).isEmpty();
    assertThat(missingIn("button.getAttribute(\"role\"); element.setAttribute(\"inert\", \"\")"))
        .isEmpty();
  }

  @Test
  void newValuesStandBehindPlainOnes() {
    assertThat(files("css", ".css").filter(file -> !KIOSK_STYLES.contains(nameOf(file))))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(withoutPlainOne(lines(file))).as(nameOf(file)).isEmpty());
  }

  private static List<String> withoutPlainOne(List<String> lines) {
    List<String> alone = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      var value = NEW_VALUE.matcher(lines.get(i));
      if (value.find() && !lines.get(i - 1).strip().startsWith(value.group(1) + ":")) {
        alone.add(lines.get(i).strip());
      }
    }
    return alone;
  }
}
