package de.lokalwillkommen.core.devices;

/**
 * A device whose token is valid.
 *
 * @param id its identifier
 * @param office the slug of its office
 * @param role what it is for
 */
public record KnownDevice(long id, String office, DeviceRole role) {

  /** Whether it issues tickets for an office. */
  public boolean issuesFor(String someOffice) {
    return role.issues() && office.equals(someOffice);
  }

  /** Whether it shows the board of an office. */
  public boolean shows(String someOffice) {
    return role.shows() && office.equals(someOffice);
  }
}
