package de.lokalwillkommen.server.container;

import de.lokalwillkommen.core.booking.Mailing;
import de.lokalwillkommen.core.federation.SessionSealing;
import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.core.relay.EventRelay;
import de.lokalwillkommen.core.secondfactor.Sealing;
import de.lokalwillkommen.core.texts.ShippedTexts;
import de.lokalwillkommen.core.ticketing.VisitorKey;
import de.lokalwillkommen.core.webhooks.WebhookHosts;
import de.lokalwillkommen.core.webhooks.WebhookSealer;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each application adds to the core: it opens the relay and provides the settings. */
@WebListener
public class TestApplication implements ServletContextListener {

  /** No day ends while the tests run. */
  static final Instant NOON = Instant.parse("2027-06-16T10:00:00Z");

  @Inject private EventRelay relay;
  @Resource private ManagedThreadFactory threads;

  @Override
  public void contextInitialized(ServletContextEvent started) {
    TrustedTime.ofServer().runAhead(Duration.between(Instant.now(), NOON));
    relay.open(threads);
  }

  @Override
  public void contextDestroyed(ServletContextEvent stopping) {
    try {
      relay.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Provides what an installation reads from its data folder and its configuration. */
  @Dependent
  static class Settled {

    @Produces
    VisitorKey visitorKey() {
      return new VisitorKey(new byte[32]);
    }

    @Produces
    Sealing sealing() {
      return new Sealing(new byte[32]);
    }

    @Produces
    SessionSealing sessionSealing() {
      return new SessionSealing(new byte[32]);
    }

    @Produces
    WebhookSealer webhookSealer() {
      return new WebhookSealer(new byte[32]);
    }

    @Produces
    WebhookHosts webhookHosts() {
      return new WebhookHosts(Set.of());
    }

    @Produces
    Mailing mailing() {
      return new Mailing(false);
    }

    @Produces
    ShippedTexts shippedTexts() {
      return new ShippedTexts() {
        @Override
        public List<String> languages() {
          return List.of();
        }

        @Override
        public Map<String, String> patterns(String language) {
          return Map.of();
        }
      };
    }
  }
}
