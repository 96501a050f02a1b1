package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Publishes changes of devices, for the history of changes. Part of a use case. */
@Dependent
class DeviceLog {

  private final DomainEvents events;
  private final Clock clock;

  @Inject
  DeviceLog(DomainEvents events, Clock clock) {
    this.events = events;
    this.clock = clock;
  }

  /**
   * Publishes a change.
   *
   * @param office the office that is told
   * @param before the {@linkplain #state state} before the change; the empty string if it is new
   */
  void write(Author author, String office, String action, Device device, String before) {
    events.publish(
        new Changed(
            office,
            author,
            "device",
            String.valueOf(device.id()),
            action,
            before,
            state(device),
            clock.instant()));
  }

  /** What the history keeps of a device: no token. */
  static String state(Device device) {
    DeviceView view = device.view();
    return NotedState.version(1)
        .with("office", view.data().office())
        .with("role", view.role().name())
        .with("name", view.data().name())
        .with("expected", view.state() == DeviceState.EXPECTED)
        .with("renewing", view.state() == DeviceState.RENEWING)
        .with("revoked", view.state() == DeviceState.REVOKED)
        .toString();
  }
}
