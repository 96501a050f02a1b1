package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.IssuingTickets.Issued;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * Tickets some time apart, and so many in an hour. Only new tickets count: an answer that was lost
 * is given again to whoever repeats the request, however soon, and a refusal costs nothing.
 */
final class LimitedPace implements TicketPace {

  private final Bucket apart;
  private final Bucket hourly;

  /**
   * @param apart the least time between two tickets
   * @param perHour the most tickets in an hour
   * @param time measures both
   */
  LimitedPace(Duration apart, int perHour, TimeMeter time) {
    this.apart =
        Bucket.builder()
            .withCustomTimePrecision(time)
            .addLimit(l -> l.capacity(1).refillGreedy(1, apart))
            .build();
    this.hourly =
        Bucket.builder()
            .withCustomTimePrecision(time)
            .addLimit(l -> l.capacity(perHour).refillIntervally(perHour, Duration.ofHours(1)))
            .build();
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
        hourly.addTokens(1);
        apart.addTokens(1);
      }
    }
  }

  private Optional<Refusal> take() {
    if (!hourly.tryConsume(1)) {
      return Optional.of(Refusal.of(Kind.TOO_OFTEN, "kiosk.noMoreTickets"));
    }
    if (!apart.tryConsume(1)) {
      hourly.addTokens(1);
      return Optional.of(Refusal.of(Kind.TOO_OFTEN, "request.tooMany"));
    }
    return Optional.empty();
  }
}
