package de.lokalwillkommen.core.devices;

import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Devices over a test database. */
public final class DeviceParts {

  private DeviceParts() {}

  public static PairingDevices pairing(EntityManager entities, Clock clock) {
    return new PairingDevices(new JpaDeviceRegistry(entities), clock);
  }
}
