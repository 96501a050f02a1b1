package de.lokalwillkommen.core.devices;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The devices, and the requests of those that ask to be paired. */
interface DeviceRegistry {

  /** All devices, also those whose pairing has ended. */
  List<Device> list();

  /** The devices with these identifiers. */
  List<Device> list(Collection<Long> ids);

  Optional<Device> find(long id);

  /** The device with that identifier, locked until the end of the transaction. */
  Optional<Device> findForChange(long id);

  /** The device with that token, its present or its next one. */
  Optional<Device> findByToken(String hash);

  void add(Device device);

  /** The request with that code, locked until the end of the transaction. */
  Optional<PairingRequest> findByCodeForChange(PairingCode code);

  /** The request with that code. */
  Optional<PairingRequest> findByCode(PairingCode code);

  /** The request with that secret, locked until the end of the transaction. */
  Optional<PairingRequest> findBySecretForChange(PairingSecret secret);

  /** The request with that secret. */
  Optional<PairingRequest> findBySecret(PairingSecret secret);

  void add(PairingRequest request);

  void remove(PairingRequest request);

  /** Removes the requests that were over at that time. */
  void removeExpired(Instant now);

  /** Removes the request of a device that has got its token. */
  void removeRequestOf(long device);

  /** How many requests there are. */
  long countRequests();

  /** How many requests there are from one network. */
  long countRequestsFrom(String source);
}
