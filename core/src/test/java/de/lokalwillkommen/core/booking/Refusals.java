package de.lokalwillkommen.core.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the office says no with. */
final class Refusals {

  private Refusals() {}

  /** The refusal that something ends with. */
  static Refusal refusalOf(ThrowingCallable asked) {
    Refused refused = catchThrowableOfType(Refused.class, asked);
    assertThat(refused).as("a refusal").isNotNull();
    return refused.refusal();
  }
}
