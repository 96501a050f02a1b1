package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Makes all starts from this jar quick, including the first: unpacks it into a folder beside it,
 * once for all data directories, and archives the classes that a server loads. A demonstration that
 * is started for a moment records these classes.
 */
@Command(
    name = "prepare",
    description =
        "Unpack what this jar carries into a folder beside it and archive its classes for this"
            + " Java, so that every server starts quickly. Takes half a minute; to be repeated with"
            + " a new jar or a new Java.",
    mixinStandardHelpOptions = true)
final class PrepareCommand implements Callable<Integer> {
  private static final String READY = "lokal willkommen is ready";

  /** The pages that are opened first, some of each application. */
  private static final List<String> PAGES =
      List.of(
          "/health",
          "/display/",
          "/display/hoerde",
          "/kiosk/",
          "/kiosk/hoerde",
          "/admin/sign-in.xhtml");

  private static final Path LOADED = Path.of("classes.list");

  private static final int STOP_SECONDS = 20;

  /** The time limit for a server to write its recording, enough for a very slow machine. */
  private static final int WRITING_SECONDS = 600;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path jar = Distribution.ownJar();
    Path work = Files.createTempDirectory("lokal-willkommen");
    try (PreparedFolder folder = PreparedFolder.open(jar)) {
      Distribution distribution = Distribution.prepare(jar, folder);
      folder.publish(distribution.root());
      ClassArchive archive = new ClassArchive(distribution, work);
      if (!archive.exists()) {
        listClasses(work);
        if (!archive.prepare(work.resolve(LOADED))) {
          throw new Refusal("the JVM could not archive the classes: " + archive.lastWords());
        }
        folder.publish(distribution.root());
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println("prepared for Java " + Runtime.version() + ": " + distribution.root());
      out.flush();
    } finally {
      DataDirectory.deleteAll(work);
    }
    return 0;
  }

  /**
   * Starts a demonstration, opens its pages and stops it.
   *
   * @param work the folder for its data, and for the list
   */
  private static void listClasses(Path work) throws IOException, InterruptedException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Distribution.ownJar().toString(),
                "--demo",
                "--host",
                InetAddress.getLoopbackAddress().getHostAddress(),
                "--port",
                String.valueOf(port),
                "--data",
                work.resolve("data").toString(),
                "--java-options",
                // without its folder, whose name may contain blanks, which would separate options
                String.join(" ", ClassArchive.recording(LOADED)))
            .directory(work.toFile())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("LW_"));
    Process demo = builder.start();
    Thread abort = new Thread(demo::destroy, "abort-preparation");
    Runtime.getRuntime().addShutdownHook(abort);
    try {
      awaitReady(demo);
      for (String page : PAGES) {
        open(URI.create("http://127.0.0.1:" + port + page));
      }
      // stops the server itself: its launcher would not wait long enough for the recording
      demo.children().forEach(ProcessHandle::destroy);
      demo.waitFor(WRITING_SECONDS, TimeUnit.SECONDS);
    } finally {
      demo.destroy();
      if (!demo.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        demo.destroyForcibly().waitFor();
      }
      Runtime.getRuntime().removeShutdownHook(abort);
    }
  }

  private static void awaitReady(Process demo) throws IOException {
    BufferedReader output = demo.inputReader();
    String last = "";
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(READY)) {
        return;
      }
      last = line;
    }
    throw new Refusal("the demonstration did not start: " + last);
  }

  /** Ignores the answer: the request only makes the server load the classes. */
  private static void open(URI page) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
    connection.getResponseCode();
    connection.disconnect();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
