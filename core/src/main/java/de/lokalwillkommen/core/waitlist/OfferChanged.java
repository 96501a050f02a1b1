package de.lokalwillkommen.core.waitlist;

import de.lokalwillkommen.core.kernel.DomainEvent;
import java.time.Instant;

/**
 * An offer of a freed slot has changed.
 *
 * @param office the slug of the office of the slot
 * @param subject the identifier of the offer
 * @param action what happened
 * @param at when it happened
 */
public record OfferChanged(String office, long subject, Action action, Instant at)
    implements DomainEvent {

  /** What can happen to an offer. */
  public enum Action {
    /** It was made. */
    MADE("offer.made"),
    /** It was taken. */
    CLAIMED("offer.claimed"),
    /** It was declined, or it expired. */
    PASSED("offer.passed");

    private final String fact;

    Action(String fact) {
      this.fact = fact;
    }

    static Action of(OfferStatus last) {
      return switch (last) {
        case OPEN -> MADE;
        case CLAIMED -> CLAIMED;
        case DECLINED, LAPSED -> PASSED;
      };
    }
  }

  @Override
  public String name() {
    return action.fact;
  }

  @Override
  public long version() {
    return 0;
  }
}
