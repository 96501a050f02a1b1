package de.lokalwillkommen.core.devices;

/**
 * A device whose token is valid.
 *
 * @param id its identifier
 * @param office the slug of its office
 * @param role what it is for
 */
public record KnownDevice(long id, String office, DeviceRole role) {

  /** Whether it has a right, at least in its own office. */
  public boolean may(ClientRight right) {
    return role.may(right);
  }

  /** Whether it has a right in an office. */
  public boolean may(ClientRight right, String someOffice) {
    return switch (ClientRights.reach(Client.of(role), right)) {
      case NONE -> false;
      case OWN -> office.equals(someOffice);
      case ALL -> true;
    };
  }
}
