package de.lokalwillkommen.server.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Runs the tests of the scripts, which are written in JavaScript, in Chromium. Each file {@code
 * *.test.js} exports its cases by their names; a case that throws has failed.
 */
@DisabledIfSystemProperty(named = "browser.skip", matches = "true")
class ScriptsTest {

  private static final ScriptPages PAGES = new ScriptPages();

  @AfterAll
  static void close() {
    PAGES.close();
  }

  @TestFactory
  Stream<DynamicNode> everyCaseOfEveryScript() {
    List<Path> files =
        ScriptPages.scriptsIn(ScriptPages.tests()).stream()
            .filter(file -> file.toString().endsWith(".test.js"))
            .toList();
    assertThat(files).isNotEmpty();
    return files.stream().map(ScriptsTest::casesOf);
  }

  private static DynamicNode casesOf(Path file) {
    Path inTests = ScriptPages.tests().relativize(file);
    String address = ScriptPages.SITE + "test/" + inTests.toString().replace('\\', '/');
    Page page = PAGES.open(inTests.getName(0).toString());
    List<?> names =
        (List<?>)
            page.evaluate("async (file) => Object.keys((await import(file)).default)", address);
    assertThat(names).isNotEmpty();
    return DynamicContainer.dynamicContainer(
        inTests.toString(), names.stream().map(name -> run(page, address, name.toString())));
  }

  private static DynamicTest run(Page page, String file, String name) {
    return dynamicTest(
        name,
        () ->
            page.evaluate(
                "async ([file, name]) => { await (await import(file)).default[name](); }",
                List.of(file, name)));
  }
}
