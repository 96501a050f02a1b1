package de.lokalwillkommen.core.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaInstallations implements Installations {

  private EntityManager entities;

  protected JpaInstallations() {}

  @Inject
  JpaInstallations(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public Installation get() {
    return entities.find(Installation.class, Installation.ID);
  }

  @Override
  public Installation getLocked() {
    entities.createNativeQuery("update installation_profile set version = version").executeUpdate();
    Installation installation = get();
    // it may have been read before the transaction got its lock
    entities.refresh(installation);
    return installation;
  }

  @Override
  public Optional<Logo> findLogo() {
    List<String> parts =
        entities
            .createQuery("select p.content from LogoPart p order by p.part", String.class)
            .getResultList();
    return Optional.of(String.join("", parts)).filter(t -> !t.isEmpty()).map(Logo::new);
  }

  @Override
  public void replaceLogo(Optional<Logo> logo) {
    entities.createQuery("delete from LogoPart p").executeUpdate();
    logo.stream().flatMap(chosen -> LogoPart.of(chosen).stream()).forEach(entities::persist);
  }
}
