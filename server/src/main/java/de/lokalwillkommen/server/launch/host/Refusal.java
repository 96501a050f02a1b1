package de.lokalwillkommen.server.launch.host;

/** The reason for not starting, in one line for the operator. */
public class Refusal extends RuntimeException {
  public Refusal(String reason) {
    super(reason);
  }

  public Refusal(String reason, Exception cause) {
    super(reason, cause);
  }
}
