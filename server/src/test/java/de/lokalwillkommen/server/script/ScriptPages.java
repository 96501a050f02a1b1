package de.lokalwillkommen.server.script;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import de.lokalwillkommen.server.system.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pages in Chromium to which scripts are served from the sources, without a server: in {@code /js}
 * those of an application and those that all share, as in the product; in {@code /test} the tests;
 * in {@code /linked} for each script a module that imports it and then fails before any of them
 * runs; in {@code /prettier} the formatter.
 */
final class ScriptPages implements AutoCloseable {

  /** Where the pages are; a browser lets them use all that a secure page may. */
  static final String SITE = "http://localhost/";

  /** What the modules in {@code /linked} ask for in vain, after all else was found. */
  static final String MISSING = "nothingOfThatName";

  private static final Path SHARED = Path.of("../web-kit/src/main/resources/META-INF/resources/lw");
  private static final Path TESTS = Path.of("src/test/js");

  private static final Webjar PRETTIER = new Webjar("prettier");

  private final Playwright playwright = Playwright.create(Chromium.withoutDownload());
  private final Browser browser = Chromium.launch(playwright);

  /** The scripts that all applications share. */
  static Path shared() {
    return SHARED.resolve("js");
  }

  /** The scripts of one application. */
  static Path of(String application) {
    return Path.of("..", application + "-app", "src/main/webapp/lw/js");
  }

  /** The tests of the scripts, in one folder for each application and one for what all share. */
  static Path tests() {
    return TESTS;
  }

  /** The scripts in a folder and those below it, in order. */
  static List<Path> scriptsIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a script. */
  static String read(Path script) {
    try {
      return Files.readString(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty page that is served the scripts of an application; of an unknown one the shared. */
  Page open(String application) {
    Page page = browser.newPage();
    page.route("**/*", route -> serve(route, application));
    page.navigate(SITE);
    return page;
  }

  private static void serve(Route route, String application) {
    String path = URI.create(route.request().url()).getPath();
    Route.FulfillOptions answer = new Route.FulfillOptions();
    if (path.equals("/")) {
      route.fulfill(answer.setContentType("text/html").setBody("<!doctype html><body></body>"));
    } else {
      route.fulfill(
          findScript(path, application)
              .map(script -> answer.setContentType("text/javascript").setBody(script))
              .orElseGet(() -> answer.setStatus(404)));
    }
  }

  private static Optional<String> findScript(String path, String application) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (path.startsWith("/linked/")) {
      return Optional.of(
          "import \"/js/" + name + "\"; import { " + MISSING + " } from \"/nothing.js\";");
    }
    if (path.equals("/nothing.js")) {
      return Optional.of("export {};");
    }
    if (path.startsWith("/prettier/")) {
      return Optional.of(PRETTIER.read(path.substring("/prettier/".length())));
    }
    if (path.startsWith("/test/")) {
      return Optional.of(read(TESTS.resolve(path.substring("/test/".length()))));
    }
    return Stream.of(of(application), shared())
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(ScriptPages::read);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
