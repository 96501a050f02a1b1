package de.lokalwillkommen.server.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/**
 * Tells the running server that its machine's clock is right. It is asked by a file in the data
 * directory, where nobody but the operator can write.
 */
@Command(
    name = "believe-clock",
    description =
        "Tell the running server that its machine's clock is right although it has leapt.",
    mixinStandardHelpOptions = true)
final class BelieveClockCommand implements Callable<Integer> {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final int PAUSE_MILLIS = 200;

  @Mixin private DatabaseOptions database;

  @Spec private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataDirectory data = DataDirectory.open(database.data());
    Path request = data.clockRequest();
    Files.writeString(request, "");
    long end = System.nanoTime() + ANSWER_LIMIT.toNanos();
    while (Files.exists(request)) {
      if (System.nanoTime() > end) {
        Files.deleteIfExists(request);
        throw new Refusal("no server answers for the data directory " + data.root());
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    spec.commandLine().getOut().println("the server goes by its machine's clock");
    return 0;
  }
}
