package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends the pairing of a device, for instance of one that was stolen. */
@Command(
    name = "revoke-device",
    description = "End the pairing of a kiosk or a display; its token is refused from then on.",
    mixinStandardHelpOptions = true)
final class RevokeDeviceCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OFFICE", description = "the office, as in its address")
  private String office;

  @Parameters(index = "1", paramLabel = "NAME", description = "what staff call the device")
  private String name;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    return new DatabaseTask(database).run("", "revoke-device", office, name);
  }
}
