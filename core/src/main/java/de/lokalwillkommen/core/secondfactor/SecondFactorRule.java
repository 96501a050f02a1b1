package de.lokalwillkommen.core.secondfactor;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** Whether administrators need a second factor here. There is one row. */
@Entity
@Table(name = "second_factor_rule")
class SecondFactorRule {

  static final int ID = 1;

  private static final int SHORTEST_REASON = 3;
  private static final int LONGEST_REASON = 200;

  @Id private int id;

  @Column(name = "waiver")
  private String waiver;

  protected SecondFactorRule() {}

  /** Whether administrators need a second factor. */
  boolean isRequired() {
    return waiver == null;
  }

  /** Why administrators need none, if that is so. */
  Optional<String> waiver() {
    return Optional.ofNullable(waiver);
  }

  /** Requires a second factor of administrators. */
  void require() {
    waiver = null;
  }

  /**
   * Requires none.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} without a reason
   */
  void waive(String reason) {
    String text = reason.strip();
    if (text.length() < SHORTEST_REASON
        || text.length() > LONGEST_REASON
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.of(Kind.INVALID, "secondFactor.reason", LONGEST_REASON)
          .with("field", "reason")
          .asException();
    }
    waiver = text;
  }
}
