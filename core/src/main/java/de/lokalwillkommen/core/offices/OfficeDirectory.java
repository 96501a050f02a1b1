package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The offices as they are arranged. */
@ReadModel
public class OfficeDirectory {

  private Offices offices;

  protected OfficeDirectory() {}

  @Inject
  public OfficeDirectory(Offices offices) {
    this.offices = offices;
  }

  /** All offices in the order in which they are shown. */
  public List<OfficeProfile> list() {
    return offices.list().stream().map(OfficeProfile::of).toList();
  }

  /** The office with that slug. */
  public Optional<OfficeProfile> find(String id) {
    return offices.find(id).map(OfficeProfile::of);
  }

  /**
   * The office with that slug.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is none
   */
  public OfficeProfile get(String id) {
    return OfficeProfile.of(offices.get(id));
  }

  /**
   * The first of all offices.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if none has been set up yet
   */
  public OfficeProfile getFirst() {
    return list().stream()
        .findFirst()
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "office.unknown").asException());
  }
}
