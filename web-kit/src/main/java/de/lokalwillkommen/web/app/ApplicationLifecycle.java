package de.lokalwillkommen.web.app;

import de.lokalwillkommen.core.relay.EventRelay;
import de.lokalwillkommen.core.texts.LatestTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.Readiness;

/**
 * Starts the relay of events when an application starts, and closes it when the application stops.
 * Reads the texts of the installation before the first page.
 */
@WebListener
public class ApplicationLifecycle implements ServletContextListener {

  private static final Logger LOG = Logger.getLogger(ApplicationLifecycle.class.getName());

  @Inject private EventRelay relay;
  @Inject private LatestTexts texts;
  @Inject @Readiness private Ready ready;
  @Resource private ManagedThreadFactory threads;

  @Override
  public void contextInitialized(ServletContextEvent started) {
    relay.open(threads);
    texts.refresh();
    ready.whenStarted(started.getServletContext().getInitParameter(Texts.APPLICATION));
  }

  @Override
  public void contextDestroyed(ServletContextEvent stopping) {
    try {
      relay.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "the relay did not close", e);
    }
  }
}
