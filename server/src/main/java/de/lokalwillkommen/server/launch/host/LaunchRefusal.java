package de.lokalwillkommen.server.launch.host;

/** The reason for not starting, in one line for the operator. */
public class LaunchRefusal extends RuntimeException {
  public LaunchRefusal(String reason) {
    super(reason);
  }

  public LaunchRefusal(String reason, Exception cause) {
    super(reason, cause);
  }
}
