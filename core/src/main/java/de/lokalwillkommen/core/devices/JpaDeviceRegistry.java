package de.lokalwillkommen.core.devices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaDeviceRegistry implements DeviceRegistry {

  private EntityManager entities;

  protected JpaDeviceRegistry() {}

  @Inject
  JpaDeviceRegistry(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<Device> list() {
    return entities
        .createQuery("select d from Device d order by d.office, d.name, d.id", Device.class)
        .getResultList();
  }

  @Override
  public List<Device> list(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("select d from Device d where d.id in :ids order by d.id", Device.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  @Override
  public Optional<Device> find(long id) {
    return Optional.ofNullable(entities.find(Device.class, id));
  }

  @Override
  public Optional<Device> findForChange(long id) {
    return locked(Device.class, id);
  }

  /** By two statements, each with an index. */
  @Override
  public Optional<Device> findByToken(String hash) {
    return findDevice("select d from Device d where d.tokenHash = :hash", hash)
        .or(() -> findDevice("select d from Device d where d.nextHash = :hash", hash));
  }

  private Optional<Device> findDevice(String query, String hash) {
    return entities
        .createQuery(query, Device.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  @Override
  public void add(Device device) {
    entities.persist(device);
    entities.flush();
  }

  @Override
  public Optional<PairingRequest> findByCodeForChange(PairingCode code) {
    return lockedRequest("select r.id from PairingRequest r where r.codeHash = :hash", code.hash());
  }

  @Override
  public Optional<PairingRequest> findByCode(PairingCode code) {
    return request("select r from PairingRequest r where r.codeHash = :hash", code.hash());
  }

  @Override
  public Optional<PairingRequest> findBySecretForChange(PairingSecret secret) {
    return lockedRequest(
        "select r.id from PairingRequest r where r.secretHash = :hash", secret.hash());
  }

  @Override
  public Optional<PairingRequest> findBySecret(PairingSecret secret) {
    return request("select r from PairingRequest r where r.secretHash = :hash", secret.hash());
  }

  private Optional<PairingRequest> request(String query, String hash) {
    return entities
        .createQuery(query, PairingRequest.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  /** Reads the identifier alone first: what is read with the lock must not come from a cache. */
  private Optional<PairingRequest> lockedRequest(String query, String hash) {
    return entities
        .createQuery(query, Long.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst()
        .flatMap(id -> locked(PairingRequest.class, id));
  }

  private <T> Optional<T> locked(Class<T> type, long id) {
    return Optional.ofNullable(entities.find(type, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public void add(PairingRequest request) {
    entities.persist(request);
    entities.flush();
  }

  @Override
  public void remove(PairingRequest request) {
    entities.remove(request);
  }

  @Override
  public void removeExpired(Instant now) {
    entities
        .createQuery("delete from PairingRequest r where r.expiresAt <= :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  @Override
  public void removeRequestOf(long device) {
    entities
        .createQuery("delete from PairingRequest r where r.device = :device")
        .setParameter("device", device)
        .executeUpdate();
  }

  @Override
  public long countRequests() {
    return entities
        .createQuery("select count(r) from PairingRequest r", Long.class)
        .getSingleResult();
  }

  @Override
  public long countRequestsFrom(String source) {
    return entities
        .createQuery("select count(r) from PairingRequest r where r.source = :source", Long.class)
        .setParameter("source", source)
        .getSingleResult();
  }
}
