package de.lokalwillkommen.admin.webhooks;

import de.lokalwillkommen.core.webhooks.SendingWebhooks;
import de.lokalwillkommen.core.webhooks.WebhookHosts;
import de.lokalwillkommen.core.webhooks.WebhookMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends due messages. Each webhook has some places of its own, so that a receiver that freezes
 * holds up no other; while it answers, the next message follows at once. The log never contains an
 * address, which may hold a password.
 */
@ApplicationScoped
public class WebhookSender {

  /** How many messages are under way to one webhook. */
  static final int AT_ONCE = 8;

  private static final Logger LOG = Logger.getLogger(WebhookSender.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<Long, Semaphore> places = new ConcurrentHashMap<>();
  private SendingWebhooks sending;
  private Dispatch dispatch;

  protected WebhookSender() {}

  @Inject
  public WebhookSender(SendingWebhooks sending, WebhookHosts hosts) {
    this(sending, new Dispatch(hosts, PATIENCE));
  }

  WebhookSender(SendingWebhooks sending, Dispatch dispatch) {
    this.sending = sending;
    this.dispatch = dispatch;
  }

  /**
   * One round: begins to send and does not wait for the answers.
   *
   * @param threads where names of hosts are resolved and answers recorded
   */
  public void deliver(Executor threads) {
    for (long webhook : sending.listActive()) {
      if (sending.isOverdue(webhook)) {
        LOG.log(Level.WARNING, "webhook W{0} is paused: too many deliveries wait", "" + webhook);
        sending.pauseOverdue(webhook);
      } else {
        fill(webhook, threads);
      }
    }
  }

  private void fill(long webhook, Executor threads) {
    Semaphore free = places.computeIfAbsent(webhook, w -> new Semaphore(AT_ONCE));
    int most = free.drainPermits();
    List<WebhookMessage> due = List.of();
    try {
      if (most > 0) {
        due = sending.takeDue(webhook, most);
      }
    } finally {
      free.release(most - due.size());
    }
    due.forEach(message -> send(message, free, threads));
  }

  private void send(WebhookMessage message, Semaphore free, Executor threads) {
    dispatch
        .send(message, threads)
        .whenCompleteAsync(
            (status, failure) -> {
              try {
                record(message, status, failure);
              } catch (RuntimeException e) {
                // without its result it is sent again
                LOG.log(Level.WARNING, e, () -> "the result of " + message + " is not stored");
              } finally {
                free.release();
              }
              if (failure == null) {
                fillQuietly(message.webhook(), threads);
              }
            },
            threads);
  }

  private void record(WebhookMessage message, Integer status, Throwable failure) {
    if (failure == null) {
      sending.answered(message, status);
    } else {
      sending.unanswered(message, Unreachable.problemOf(failure));
    }
  }

  private void fillQuietly(long webhook, Executor threads) {
    try {
      fill(webhook, threads);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "the next round goes on", e);
    }
  }
}
