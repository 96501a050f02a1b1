package de.lokalwillkommen.web.app;

import de.lokalwillkommen.core.federation.SessionSealing;
import de.lokalwillkommen.core.secondfactor.Sealing;
import de.lokalwillkommen.core.ticketing.VisitorKey;
import de.lokalwillkommen.core.webhooks.WebhookSealer;
import de.lokalwillkommen.web.security.shared.InstallationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings that the start command has made for this server, read once. */
@Named
@ApplicationScoped
public class Installation {

  private boolean demo;
  private VisitorKey visitorKey;
  private InstallationKey key;
  private Sealing sealing;
  private WebhookSealer webhookSealer;
  private SessionSealing sessionSealing;

  protected Installation() {}

  @Inject
  public Installation(
      @ConfigProperty(name = "lw.demo", defaultValue = "false") boolean demo,
      @ConfigProperty(name = "lw.visitor-key") String visitorKeyFile) {
    this.demo = demo;
    byte[] secret = read(Path.of(visitorKeyFile));
    this.visitorKey = new VisitorKey(secret);
    this.key = new InstallationKey(secret);
    this.sealing = new Sealing(secret);
    this.webhookSealer = new WebhookSealer(secret);
    this.sessionSealing = new SessionSealing(secret);
  }

  /** Whether the server runs in demo mode, which every page must say. */
  public boolean isDemo() {
    return demo;
  }

  @Produces
  VisitorKey visitorKey() {
    return visitorKey;
  }

  @Produces
  InstallationKey key() {
    return key;
  }

  @Produces
  Sealing sealing() {
    return sealing;
  }

  @Produces
  WebhookSealer webhookSealer() {
    return webhookSealer;
  }

  @Produces
  SessionSealing sessionSealing() {
    return sessionSealing;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
