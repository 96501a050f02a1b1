package de.lokalwillkommen.server.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.lokalwillkommen.server.system.Browsing.Screen;
import de.lokalwillkommen.server.system.RunningServer.Program;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Build, start and the main job with another JDK than the one that runs the tests. Skipped if no
 * other is installed.
 */
class OtherJavaIT {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_COPIED = Set.of(".git", "target", "data");

  /** About one is usual; more on a busy machine. */
  private static final int BUILD_MINUTES = 8;

  @TestFactory
  Stream<DynamicTest> aVisitorIsCalledOnEveryOtherJavaFrom21(@TempDir Path folder)
      throws IOException {
    return InstalledJava.listOthers().stream()
        .map(java -> DynamicTest.dynamicTest(java.toString(), () -> tryOut(java, folder)));
  }

  private static void tryOut(InstalledJava java, Path folder) throws Exception {
    Path copy = copyInto(folder.resolve("java-" + java.version().feature()));
    build(java, copy);
    Program program = new Program(java.home(), copy.resolve("server/target/lokal-willkommen.jar"));
    try (RunningServer server = RunningServer.demoOf(program, copy.resolve("data"))) {
      assertThat(server.output())
          .anySatisfy(
              line -> assertThat(line).contains("Payara Micro 7.", " on Java " + java.version()));
      callAVisitor(server);
      bookAnAppointment(server);
    }
  }

  private static void callAVisitor(RunningServer server) {
    new Api(server).signIn("hoerde", 2).clearTheLine();
    try (Browsing browsing = new Browsing()) {
      Page board = browsing.open(Screen.DISPLAY, server, "/display/hoerde");
      Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/hoerde");
      kiosk.locator("button[name=topic][value=housing]").click();
      String number = kiosk.locator(".ticket-number").first().textContent().strip();
      Page console = browsing.console(server, "hoerde", 1, "de");

      console.keyboard().press("n");

      assertThat(board.locator(".call-number").first()).hasText(number);
      assertThat(console.locator("[id='current'] .ticket-number")).hasText(number);
      // an error page in place of an update would also count
      assertThat(browsing.policyViolations()).isEmpty();
    }
  }

  /**
   * The pages of appointments have the most expressions, which another Payara may read otherwise.
   */
  private static void bookAnAppointment(RunningServer server) {
    try (Browsing browsing = new Browsing()) {
      Page kiosk = browsing.open(Screen.KIOSK, server, "/kiosk/hoerde/book?topic=letters");
      // as many times as an open office has at midnight take two pages
      Browsing.press(kiosk.locator("button.next").first());
      kiosk.locator("button[value=book]").click();
      String code = kiosk.locator(".code").first().textContent().replaceAll("\\W", "");

      Page phone = browsing.open(Screen.PHONE, server, "/kiosk/a/" + code);
      phone.locator("a[href*='step=move']").click();
      assertThat(phone.locator("button.line").first()).isVisible();
      assertThat(browsing.policyViolations()).isEmpty();
    }
  }

  private static void build(InstalledJava java, Path project) throws Exception {
    Path log = project.resolve("build.log");
    ProcessBuilder maven =
        new ProcessBuilder(
                System.getProperty("lw.maven"),
                "--batch-mode",
                "--quiet",
                "-Dmaven.repo.local=" + System.getProperty("lw.maven-repository"),
                // the start without preparation is tried here
                "-Dprepare.skip",
                // the same for every Java
                "-Dspotless.check.skip",
                "-Dcheckstyle.skip",
                "-Dforbiddenapis.skip",
                "-Dcyclonedx.skip",
                "package",
                "-DskipTests")
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", java.home().toString());
    Process build = maven.start();
    boolean ended = build.waitFor(BUILD_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      build.descendants().forEach(ProcessHandle::destroyForcibly);
      build.destroyForcibly();
    }
    assertThat(ended && build.exitValue() == 0).as(() -> read(log)).isTrue();
  }

  /** The sources alone, as they are in this working copy. */
  private static Path copyInto(Path copy) throws IOException {
    Files.walkFileTree(
        PROJECT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_COPIED.contains(directory.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(copy.resolve(PROJECT.relativize(directory)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, copy.resolve(PROJECT.relativize(file)));
            return FileVisitResult.CONTINUE;
          }
        });
    return copy;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
