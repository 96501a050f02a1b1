package de.lokalwillkommen.admin;

import java.util.Locale;

/** To whom visitors are referred; what is stored is the code, never a name. */
public enum Referral {
  JOBCENTER,
  IMMIGRATION_OFFICE,
  HOUSING_OFFICE,
  LANGUAGE_COURSE,
  MIGRATION_COUNSELLING,
  DEBT_COUNSELLING,
  SCHOOL_OFFICE,
  HEALTH,
  OTHER;

  /** What is stored, for example {@code language-course}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
