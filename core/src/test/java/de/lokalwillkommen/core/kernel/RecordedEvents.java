package de.lokalwillkommen.core.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Records the published events. */
public class RecordedEvents implements DomainEvents {

  private final List<DomainEvent> events = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void publish(DomainEvent event) {
    events.add(event);
  }

  public List<DomainEvent> all() {
    return List.copyOf(events);
  }

  public List<String> names() {
    return all().stream().map(DomainEvent::name).toList();
  }
}
