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
 * Firefox ESR 102. Newer features are either not used, or only with a fallback. Each module with
 * scripts or style sheets has a test that inherits this; it runs in its folder.
 */
public abstract class OldestBrowsersCheck {

  /** The folder of an application's scripts and style sheets. */
  protected static final Path OF_APPLICATION = Path.of("src/main/webapp/lw");

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

  /** Values that need a fallback before them. */
  private static final Pattern NEW_VALUE =
      Pattern.compile("^\\s+([\\w-]+):[^;]*(?:\\d(?:dv|sv|lv)[bhiw]|color-mix\\(|light-dark\\()");

  private final Path assets;
  private final Set<String> onKiosks;

  /**
   * @param assets the folder with the folders of scripts and style sheets
   * @param onKiosks the names of files for kiosks and boards alone, whose browser the operator
   *     chooses: see operations
   */
  protected OldestBrowsersCheck(Path assets, Set<String> onKiosks) {
    this.assets = assets;
    this.onKiosks = onKiosks;
  }

  private Stream<Path> files(String folder, String suffix) {
    try (Stream<Path> files = Files.list(assets.resolve(folder))) {
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

  static List<String> missingIn(String script) {
    return MISSING.entrySet().stream()
        .filter(missing -> Pattern.compile(missing.getKey()).matcher(script).find())
        .map(missing -> missing.getKey() + ": " + missing.getValue())
        .toList();
  }

  @Test
  void scriptsUseNothingThatTheOldestBrowsersLack() {
    Function<Path, String> code = file -> String.join("\n", lines(file));

    assertThat(files("js", ".js").filter(file -> !onKiosks.contains(nameOf(file))))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(missingIn(code.apply(file))).as(nameOf(file)).isEmpty());
  }

  @Test
  void newValuesStandBehindPlainOnes() {
    assertThat(files("css", ".css").filter(file -> !onKiosks.contains(nameOf(file))))
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
