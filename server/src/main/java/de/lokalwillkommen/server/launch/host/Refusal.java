package de.lokalwillkommen.server.launch.host;

/** Why we do not start, in one line for the operator. */
public class Refusal extends RuntimeException {
  public Refusal(String reason) {
    super(reason);
  }

  public Refusal(String reason, Exception cause) {
    super(reason, cause);
  }
}
