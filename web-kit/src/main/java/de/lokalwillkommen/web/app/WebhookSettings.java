package de.lokalwillkommen.web.app;

import de.lokalwillkommen.core.webhooks.WebhookHosts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the start command allows for webhooks. */
@ApplicationScoped
public class WebhookSettings {

  private WebhookHosts hosts;

  protected WebhookSettings() {}

  @Inject
  WebhookSettings(@ConfigProperty(name = "lw.webhook.hosts") Optional<String> allowed) {
    Set<String> names = Arrays.stream(allowed.orElse("").split(",")).collect(Collectors.toSet());
    this.hosts = new WebhookHosts(names);
  }

  @Produces
  WebhookHosts hosts() {
    return hosts;
  }
}
