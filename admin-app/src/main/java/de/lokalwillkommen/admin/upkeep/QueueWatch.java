package de.lokalwillkommen.admin.upkeep;

import de.lokalwillkommen.core.board.OfficeOverview;
import de.lokalwillkommen.core.board.OfficeOverviews;
import de.lokalwillkommen.core.letters.LateLetters;
import de.lokalwillkommen.core.letters.LetterQueue;
import de.lokalwillkommen.core.webhooks.DeliveryStatus;
import de.lokalwillkommen.core.webhooks.WebhookOverview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counts now and then what waits, so that a health check or a metric answers at once, also while
 * the database does not. Counts only, of all offices together: nothing about a visitor.
 */
@ApplicationScoped
public class QueueWatch {

  /** How old the counts are at most while the database can be used. */
  static final Duration EVERY = Duration.ofSeconds(30);

  private static final Logger LOG = Logger.getLogger(QueueWatch.class.getName());
  private static final Counts NOTHING = new Counts(0, 0, 0, 0, 0, 0);

  private OfficeOverviews offices;
  private LetterQueue letters;
  private WebhookOverview webhooks;
  private Clock clock;
  private volatile Counts counts = NOTHING;

  protected QueueWatch() {}

  @Inject
  QueueWatch(OfficeOverviews offices, LetterQueue letters, WebhookOverview webhooks, Clock clock) {
    this.offices = offices;
    this.letters = letters;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /**
   * What waited at the last look.
   *
   * @param openOffices offices that are open
   * @param visitors people who wait, in all offices
   * @param letters letters that are not sent though their time has come
   * @param oldestLetterSeconds how long the oldest of them has waited
   * @param deliveries messages to webhooks that are not delivered yet
   * @param stoppedWebhooks webhooks that the system has paused
   */
  record Counts(
      long openOffices,
      long visitors,
      long letters,
      long oldestLetterSeconds,
      long deliveries,
      long stoppedWebhooks) {}

  /** Counts again. Without the database the last counts stay; readiness reports that it is away. */
  void look() {
    try {
      List<OfficeOverview> all = offices.list();
      LateLetters late = letters.late();
      counts =
          new Counts(
              all.stream().filter(OfficeOverview::open).count(),
              all.stream().mapToLong(OfficeOverview::waiting).sum(),
              late.count(),
              late.longest(clock.instant()).toSeconds(),
              webhooks.countDeliveries(DeliveryStatus.WAITING),
              webhooks.countStopped());
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "what waits was not counted", e);
    }
  }

  /** What waited at the last look; zeros before the first one. */
  Counts counts() {
    return counts;
  }
}
