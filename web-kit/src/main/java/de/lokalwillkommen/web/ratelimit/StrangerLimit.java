package de.lokalwillkommen.web.ratelimit;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.web.security.shared.Network;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A {@link RateLimit} for clients of which nothing is known but the {@link Network}: one for each
 * network, one for all of them together, and a reserve. If few networks use up the common limit,
 * networks that have asked little are served from the reserve. Clients whose network is not known
 * share the common limit.
 */
public final class StrangerLimit {

  private static final int MOST_NETWORKS = 10_000;

  private final RateLimits<Network> each;
  private final RateLimit all;
  private final RateLimit reserve;

  /**
   * @param each the limit of a network
   * @param all the limit of all networks together
   * @param reserve additional, for networks that have used less than half of their own limit
   */
  public StrangerLimit(Supplier<RateLimit> each, RateLimit all, RateLimit reserve) {
    this.each = new RateLimits<>(MOST_NETWORKS, each);
    this.all = all;
    this.reserve = reserve;
  }

  /** What one request took, until it is known whether it counts. */
  public interface Taken {

    /** Returns what was taken, because it does not count. */
    void giveBack();
  }

  /**
   * Takes several or none, like {@link RateLimit#take(int)}.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code TOO_OFTEN} if fewer are left
   */
  public Taken take(Optional<Network> network, int count) {
    if (network.isEmpty()) {
      all.take(count);
      return () -> all.giveBack(count);
    }
    RateLimit own = each.of(network.get());
    boolean hasAskedLittle = own.isHalfFull();
    own.take(count);
    Optional<Refusal> objection = all.tryTake(count);
    RateLimit shared = objection.isPresent() ? reserve : all;
    if (objection.isPresent() && !(hasAskedLittle && reserve.tryTake(count).isEmpty())) {
      own.giveBack(count);
      throw objection.get().asException();
    }
    return () -> {
      own.giveBack(count);
      shared.giveBack(count);
    };
  }
}
