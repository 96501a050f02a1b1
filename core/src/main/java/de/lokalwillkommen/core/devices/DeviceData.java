package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;

/**
 * What staff decide about a device. The canonical constructor refuses, as {@code INVALID}, a name
 * that does not fit.
 *
 * @param office the slug of its office
 * @param name what staff call it
 */
public record DeviceData(String office, String name) {

  private static final int LONGEST_NAME = 80;

  public DeviceData {
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw Refusal.of(Kind.INVALID, "device.name").with("field", "name").asException();
    }
  }
}
