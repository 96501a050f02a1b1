package de.lokalwillkommen.core.devices;

import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.SecretToken;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.function.Predicate;

/** The registered devices and their rights. */
@ReadModel
public class Devices {

  private EntityManager entities;

  protected Devices() {}

  @Inject
  Devices(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * The identifier of the kiosk that presents a token.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_SIGNED_IN} if the token does not
   *     belong, or no longer belongs, to a kiosk of that office
   */
  public long getKiosk(SecretToken token, String office) {
    return get(token, device -> device.mayIssueFor(office));
  }

  /**
   * The identifier of the kiosk that presents a token, in any office.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_SIGNED_IN} if the token does not
   *     belong, or no longer belongs, to a kiosk
   */
  public long getKiosk(SecretToken token) {
    return get(token, Device::isKiosk);
  }

  /** Whether a token belongs to a display of an office. */
  public boolean isDisplay(SecretToken token, String office) {
    return find(token).filter(device -> device.mayShow(office)).isPresent();
  }

  /** Whether any kiosk is paired. */
  public boolean hasKiosk() {
    return !entities
        .createQuery(
            "select d.id from Device d where d.role = :role and d.revokedAt is null", Long.class)
        .setParameter("role", DeviceRole.KIOSK)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  private long get(SecretToken token, Predicate<Device> suits) {
    return find(token)
        .filter(suits)
        .map(Device::id)
        .orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "device.unknown").asException());
  }

  private Optional<Device> find(SecretToken token) {
    return entities
        .createQuery("select d from Device d where d.tokenHash = :hash", Device.class)
        .setParameter("hash", token.hash())
        .getResultStream()
        .findFirst();
  }
}
