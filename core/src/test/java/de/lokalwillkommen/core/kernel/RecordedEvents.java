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

  public <T extends DomainEvent> List<T> published(Class<T> type) {
    return all().stream().filter(type::isInstance).map(type::cast).toList();
  }

  public List<String> names() {
    return all().stream().map(DomainEvent::name).toList();
  }
}
