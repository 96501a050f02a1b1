package de.lokalwillkommen.core.kernel;

/**
 * Carries a {@link Refusal} out of a use case. Each interface has one handler that turns it into
 * words.
 */
public class Refused extends RuntimeException {

  private final Refusal refusal;

  public Refused(Refusal refusal) {
    // a refusal is an ordinary answer: a stack trace is not worth its cost
    super(refusal.key(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
