package de.lokalwillkommen.server.launch;

import de.lokalwillkommen.server.launch.options.DatabaseOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Pairs a device with an office and prints its token, once. */
@Command(
    name = "create-device",
    description =
        "Pair a kiosk, a display or an outpost's tablet with an office; prints its token once.",
    mixinStandardHelpOptions = true)
final class CreateDeviceCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OFFICE", description = "the office, as in its address")
  private String office;

  @Parameters(index = "1", paramLabel = "ROLE", description = "kiosk, display or outpost")
  private DeviceRole role;

  @Parameters(index = "2", paramLabel = "NAME", description = "what staff call the device")
  private String name;

  @Mixin private DatabaseOptions database;

  @Override
  public Integer call() {
    return new DatabaseTask(database).run("", "create-device", office, role.name(), name);
  }

  /** The kind of a device. */
  enum DeviceRole {
    /** Issues tickets. */
    KIOSK,
    /** Shows the board. */
    DISPLAY,
    /** The tablet of an outpost: does both. */
    OUTPOST
  }
}
