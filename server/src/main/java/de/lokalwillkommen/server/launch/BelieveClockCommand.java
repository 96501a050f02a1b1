package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.host.DataDirectory;
import de.lokalwillkommen.server.launch.host.LaunchRefusal;
import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells the running server that its machine's clock is right. */
@Command(
    name = "believe-clock",
    description =
        "Tell the running server that its machine's clock is right although it has leapt.",
    mixinStandardHelpOptions = true)
final class BelieveClockCommand implements Callable<Integer> {
  @Mixin private DatabaseOptions database;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    DataDirectory data = DataDirectory.open(database.data());
    RunningServer.Answer answer =
        new RunningServer(data)
            .ask("", "believe-clock")
            .orElseThrow(
                () -> new LaunchRefusal("no server answers for the data directory " + data.root()));
    if (!answer.isDone()) {
      throw new LaunchRefusal(answer.words());
    }
    spec.commandLine().getOut().println(answer.words());
    return 0;
  }
}
