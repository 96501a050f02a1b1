package de.lokalwillkommen.server.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a linter finds: syntax errors, imports that do not exist, names that serve nothing, habits
 * that lead to faults.
 */
@DisabledIfSystemProperty(named = "browser.skip", matches = "true")
class ScriptLintTest {

  private static final ScriptPages PAGES = new ScriptPages();
  private static final Page LINTER = PAGES.open("shared");
  private static final Path TESTS = Path.of("test");

  @AfterAll
  static void close() {
    PAGES.close();
  }

  /** Chromium parses and links each script with all it imports, but runs none. */
  @ParameterizedTest
  @ValueSource(strings = {"kiosk", "display", "admin"})
  void everyScriptIsParsedAndFindsWhatItImports(String application) {
    Page page = PAGES.open(application);
    for (Path script : scriptsOf(application)) {
      assertThatThrownBy(() -> page.evaluate("(file) => import(file)", linked(script)))
          .as(script.toString())
          .hasMessageContaining(ScriptPages.MISSING);
    }
  }

  /** {@code linting.js} says what is looked for, and {@code linting.test.js} that it is found. */
  @Test
  void aLinterFindsNothing() throws IOException {
    List<String> findings = new ArrayList<>();
    for (Path script : Sources.with("js")) {
      lookAt(script, "findings").forEach(finding -> findings.add(script + ":" + finding));
    }

    assertThat(findings).isEmpty();
  }

  @Test
  void everyExportIsImported() throws IOException {
    Set<String> imported = new HashSet<>();
    for (Path script : Sources.with("js")) {
      imported.addAll(lookAt(script, "imports"));
    }

    assertThat(all()).isNotEmpty();
    assertThat(all()).allSatisfy(s -> assertThat(imported).containsAll(lookAt(s, "exports")));
  }

  private static String linked(Path script) {
    return ScriptPages.SITE + "linked/" + script.getFileName();
  }

  private static List<Path> all() {
    return Stream.of("kiosk", "display", "admin")
        .flatMap(application -> scriptsOf(application).stream())
        .distinct()
        .toList();
  }

  private static List<Path> scriptsOf(String application) {
    return Stream.of(ScriptPages.of(application), ScriptPages.shared())
        .flatMap(folder -> ScriptPages.scriptsIn(folder).stream())
        .toList();
  }

  private static List<String> lookAt(Path script, String subject) {
    boolean isShipped = StreamSupport.stream(script.spliterator(), false).noneMatch(TESTS::equals);
    List<?> found =
        (List<?>)
            LINTER.evaluate(
                "async ([text, isShipped, subject]) =>"
                    + " (await import(\"/test/linting.js\")).look(text, isShipped)[subject]",
                List.of(ScriptPages.read(script), isShipped, subject));
    return found.stream().map(Object::toString).toList();
  }
}
