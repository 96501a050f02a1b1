package de.lokalwillkommen.server.container;

import de.lokalwillkommen.core.kernel.Nudge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All nudges that the application has received, in order. */
@ApplicationScoped
public class HeardNudges {

  private final List<Nudge> nudges = new CopyOnWriteArrayList<>();

  void hear(@Observes Nudge nudge) {
    nudges.add(nudge);
  }

  /** Those about one thing. */
  List<Nudge> about(long subject) {
    return nudges.stream().filter(nudge -> nudge.subject() == subject).toList();
  }

  /** Those about one office. */
  List<Nudge> in(String office) {
    return nudges.stream().filter(nudge -> nudge.office().equals(office)).toList();
  }
}
