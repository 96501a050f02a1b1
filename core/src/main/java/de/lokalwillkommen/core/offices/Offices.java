package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * All offices. They change seldom and every request reads them, so answers may come from a cache.
 */
public interface Offices {

  /** All offices in the order in which they are shown. */
  List<Office> list();

  /** The office with that slug. */
  default Optional<Office> find(String id) {
    return list().stream().filter(o -> o.id().equals(id)).findFirst();
  }

  /**
   * The office with that slug.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is none
   */
  default Office get(String id) {
    return find(id)
        .orElseThrow(() -> Refusal.of(Refusal.Kind.UNKNOWN, "office.unknown").asException());
  }
}
