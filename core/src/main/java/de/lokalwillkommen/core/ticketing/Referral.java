package de.lokalwillkommen.core.ticketing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** To whom visitors are referred: a kind of service, never a name. */
public enum Referral {
  /** The employment agency for those on basic income support. */
  JOBCENTER,
  /** Residence permits. */
  IMMIGRATION_OFFICE,
  /** Flats, and the allowance for rent. */
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

  /** What is stored, for example {@code language-course}. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The referral that was stored as that code; empty for a word that is none. */
  static Optional<Referral> find(String code) {
    return Arrays.stream(values()).filter(referral -> referral.code().equals(code)).findFirst();
  }
}
