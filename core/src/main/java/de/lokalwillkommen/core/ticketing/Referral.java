package de.lokalwillkommen.core.ticketing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of service to which visitors are referred, never a name. */
public enum Referral {
  /** The employment agency for people on basic income support. */
  JOBCENTER,
  /** Residence permits. */
  IMMIGRATION_OFFICE,
  /** Flats, and the housing allowance. */
  HOUSING_OFFICE,
  /** Integration courses and other German lessons. */
  LANGUAGE_COURSE,
  /** Counselling for adult or young migrants, for more than one visit. */
  MIGRATION_COUNSELLING,
  /** Debts and insolvency. */
  DEBT_COUNSELLING,
  /** Places at schools and nurseries. */
  SCHOOL_OFFICE,
  /** Doctors, health insurance, psychological help. */
  HEALTH,
  /** Any other service. */
  OTHER;

  /** The stored form, for example {@code language-course}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The referral with that stored code; empty for any other word. */
  static Optional<Referral> find(String code) {
    return Arrays.stream(values()).filter(referral -> referral.code().equals(code)).findFirst();
  }
}
