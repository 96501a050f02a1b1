package de.lokalwillkommen.admin.devices;

import de.lokalwillkommen.admin.devices.DevicesPage.Fact;
import de.lokalwillkommen.core.devices.DeviceHealth;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Says what a device has reported in the reader's language. */
@RequestScoped
public class HealthInWords {

  private static final Duration EXACT = Duration.ofSeconds(10);

  private PageTexts texts;

  protected HealthInWords() {}

  @Inject
  HealthInWords(PageTexts texts) {
    this.texts = texts;
  }

  /** The facts in the order in which they are read, by the clock of the office. */
  List<Fact> facts(DeviceHealth health, ZoneId zone) {
    return Stream.concat(
            Stream.of(
                new Fact("devices.health.reported", moment(health.at(), zone)),
                new Fact("devices.health.up", moment(health.upSince(), zone)),
                new Fact(
                    "devices.health.page",
                    texts.of(health.isPageCurrent() ? "devices.page.current" : "devices.page.old")),
                new Fact("devices.health.screen", health.screen().replace("x", " × ")),
                new Fact("devices.health.sound", texts.of("devices.sound." + health.sound())),
                new Fact("devices.health.clock", clock(health.drift())),
                new Fact(
                    "devices.health.losses", texts.of("devices.losses.count", health.losses()))),
            health.lastTicket().stream()
                .map(at -> new Fact("devices.health.ticket", moment(at, zone))))
        .toList();
  }

  private String moment(Instant at, ZoneId zone) {
    return Moments.say("yMMMdHm", at, zone, texts.getLanguage());
  }

  private String clock(Duration drift) {
    if (drift.abs().compareTo(EXACT) < 0) {
      return texts.of("devices.clock.right");
    }
    Duration off = drift.abs();
    long minutes = off.toMinutes();
    if (minutes == 0) {
      return texts.of(
          drift.isNegative() ? "devices.clock.behind.seconds" : "devices.clock.ahead.seconds",
          off.toSeconds());
    }
    return texts.of(
        drift.isNegative() ? "devices.clock.behind.minutes" : "devices.clock.ahead.minutes",
        minutes);
  }
}
