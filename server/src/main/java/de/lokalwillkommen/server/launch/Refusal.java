package de.lokalwillkommen.server.launch;

/** Why we do not start, in one line for the operator. */
class Refusal extends RuntimeException {
  Refusal(String reason) {
    super(reason);
  }

  Refusal(String reason, Exception cause) {
    super(reason, cause);
  }
}
