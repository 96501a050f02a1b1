package de.lokalwillkommen.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Refusals in assertions. */
public final class Refusals {

  private Refusals() {}

  /** The refusal that a call throws. */
  public static Refusal refusalOf(ThrowingCallable asked) {
    Refused refused = catchThrowableOfType(Refused.class, asked);
    assertThat(refused).as("a refusal").isNotNull();
    return refused.refusal();
  }
}
