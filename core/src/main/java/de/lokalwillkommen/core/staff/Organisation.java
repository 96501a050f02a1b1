package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeFounding;

/**
 * An organisation from which people come, such as a partner of a tandem.
 *
 * @param id its identifier
 * @param name its name
 */
public record Organisation(String id, String name) {

  private static final int LONGEST_NAME = 80;

  /**
   * An organisation of that name.
   *
   * @param entered 1 to 80 characters with a Latin letter among them, of which the identifier is
   *     made
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if the name does not fit
   */
  public static Organisation named(String entered) {
    String name = entered.strip();
    String id = OfficeFounding.slug("", name);
    if (id.isEmpty()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.of(Kind.INVALID, "person.newOrganisation", LONGEST_NAME)
          .with("field", "newOrganisation")
          .asException();
    }
    return new Organisation(id, name);
  }
}
