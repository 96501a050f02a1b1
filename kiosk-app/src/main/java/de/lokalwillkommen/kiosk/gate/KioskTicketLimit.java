package de.lokalwillkommen.kiosk.gate;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.IssuingTickets.Issued;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * The rate limit of a kiosk: a least time between tickets, and a number per hour. Only new tickets
 * count: a repeated request gets the same answer at any time, and a refusal costs nothing.
 */
final class KioskTicketLimit implements TicketLimit {

  private final RateLimit apart;
  private final RateLimit hourly;

  /**
   * @param apart the least time between two tickets
   * @param perHour the most tickets in an hour
   * @param time measures both
   */
  KioskTicketLimit(Duration apart, int perHour, TimeMeter time) {
    this.apart = RateLimit.of(Bandwidth.builder().capacity(1).refillGreedy(1, apart).build(), time);
    this.hourly =
        RateLimit.of(
                Bandwidth.builder()
                    .capacity(perHour)
                    .refillIntervally(perHour, Duration.ofHours(1))
                    .build(),
                time)
            .refusing("kiosk.noMoreTickets");
  }

  @Override
  public Issued issue(IssuingTickets issuing, String office, TicketRequest request) {
    Optional<Refusal> objection = take();
    if (objection.isPresent()) {
      return issuing.findEarlier(office, request).orElseThrow(() -> objection.get().asException());
    }
    boolean isNew = false;
    try {
      Issued issued = issuing.walkIn(office, request);
      isNew = issued.isNew();
      return issued;
    } finally {
      if (!isNew) {
        hourly.giveBack();
        apart.giveBack();
      }
    }
  }

  private Optional<Refusal> take() {
    Optional<Refusal> objection = hourly.tryTake();
    if (objection.isPresent()) {
      return objection;
    }
    objection = apart.tryTake();
    if (objection.isPresent()) {
      hourly.giveBack();
    }
    return objection;
  }
}
