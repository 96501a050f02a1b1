package de.lokalwillkommen.server.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a linter would find: syntax errors, imports that do not exist, names that serve nothing. */
@DisabledIfSystemProperty(named = "browser.skip", matches = "true")
class ScriptLintTest {

  private static final Pattern IMPORT = Pattern.compile("import\\s*\\{([^}]*)}\\s*from\\s*\"");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export (?:async )?(?:const|let|function|class) (\\w+)");
  private static final Pattern COMMENT = Pattern.compile("(?s:/\\*.*?\\*/)|(?m:(?<!:)//.*$)");

  private static final ScriptPages PAGES = new ScriptPages();

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

  @Test
  void everyImportIsUsed() {
    assertThat(all()).isNotEmpty().allSatisfy(s -> assertThat(unusedImports(s)).isEmpty());
  }

  @Test
  void everyExportIsImported() {
    Set<String> imported =
        Stream.concat(all().stream(), ScriptPages.scriptsIn(ScriptPages.tests()).stream())
            .flatMap(script -> imports(ScriptPages.read(script)))
            .collect(Collectors.toSet());

    assertThat(all()).allSatisfy(s -> assertThat(imported).containsAll(exports(s)));
  }

  @Test
  void whatIsLookedForIsFound() {
    String script =
        "import { a, b as c } from \"./x.js\";\n// c is not used\nexport const d = a;\n";

    assertThat(unused(script)).containsExactly("c");
    assertThat(EXPORT.matcher(script).results().map(found -> found.group(1))).containsExactly("d");
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

  private static List<String> unusedImports(Path script) {
    return unused(ScriptPages.read(script));
  }

  private static List<String> unused(String script) {
    String rest = IMPORT.matcher(COMMENT.matcher(script).replaceAll("")).replaceAll("");
    return IMPORT
        .matcher(script)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(",")))
        .map(name -> name.strip().replaceFirst(".* as ", ""))
        .filter(name -> !name.isEmpty())
        .filter(name -> !Pattern.compile("\\b" + name + "\\b").matcher(rest).find())
        .toList();
  }

  /** The names under which the others export what a script imports. */
  private static Stream<String> imports(String script) {
    return IMPORT
        .matcher(script)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split(",")))
        .map(name -> name.strip().replaceFirst(" as .*", ""));
  }

  private static List<String> exports(Path script) {
    return EXPORT.matcher(ScriptPages.read(script)).results().map(found -> found.group(1)).toList();
  }
}
