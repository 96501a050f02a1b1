package de.lokalwillkommen.core.secondfactor;

import de.lokalwillkommen.core.staff.TypedCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A code that takes the place of a one-time code once, for a person whose phone is lost: 16
 * characters that are not mistaken for others, 80 bits.
 *
 * @param text the characters without separators, in upper case
 */
record RecoveryCode(String text) {

  /** How many a person gets. */
  static final int COUNT = 10;

  private static final int LENGTH = 16;

  /** A new set of codes. */
  static List<RecoveryCode> newSet() {
    return Stream.generate(() -> new RecoveryCode(TypedCode.random(LENGTH))).limit(COUNT).toList();
  }

  /** The code as a person types it, with or without hyphens and blanks; empty if it is none. */
  static Optional<RecoveryCode> find(String typed) {
    return TypedCode.find(typed, LENGTH).map(RecoveryCode::new);
  }

  /** As it is printed, in groups of four. */
  String inGroups() {
    return TypedCode.inGroups(text);
  }

  @Override
  public String toString() {
    return "RecoveryCode[…]";
  }
}
