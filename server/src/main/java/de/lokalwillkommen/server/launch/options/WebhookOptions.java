package de.lokalwillkommen.server.launch.options;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** To which hosts of the internal network webhooks may send. */
public final class WebhookOptions {
  static final String HOSTS = "lw.webhook.hosts";

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+]");

  @Option(
      names = "--webhook-hosts",
      descriptionKey = HOSTS,
      paramLabel = "HOST,...",
      description =
          "hosts in the internal network, or of this machine, to which webhooks may send"
              + " (default: only hosts on the internet)")
  private String hosts;

  /** The given values, by the names that the applications know. */
  public Map<String, String> properties() {
    if (hosts == null) {
      return Map.of();
    }
    List<String> names = Arrays.stream(hosts.split(",")).map(String::strip).toList();
    names.stream()
        .filter(name -> !HOST.matcher(name).matches())
        .forEach(
            name -> {
              throw new WrongOption(
                  "--webhook-hosts takes names of hosts without scheme and port, not " + name);
            });
    return Map.of(HOSTS, String.join(",", names));
  }
}
