package de.lokalwillkommen.core.texts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaOwnTexts implements OwnTexts {

  private EntityManager entities;

  protected JpaOwnTexts() {}

  @Inject
  JpaOwnTexts(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public long version() {
    return ((Number)
            entities
                .createNativeQuery("select version from text_turn where id = 1")
                .getSingleResult())
        .longValue();
  }

  @Override
  public long lock() {
    entities
        .createNativeQuery("update text_turn set version = version + 1 where id = 1")
        .executeUpdate();
    return version();
  }

  @Override
  public List<OwnText> list() {
    return entities.createQuery("select t from OwnText t", OwnText.class).getResultList();
  }

  @Override
  public Optional<OwnText> find(String key, String language) {
    Optional<OwnText> text =
        Optional.ofNullable(entities.find(OwnText.class, new OwnText.Key(key, language)));
    // it may have been read before the transaction got its lock
    text.filter(entities::contains).ifPresent(entities::refresh);
    return text;
  }

  @Override
  public void add(OwnText text) {
    entities.persist(text);
  }

  @Override
  public void remove(OwnText text) {
    entities.remove(text);
  }

  @Override
  public List<TextLanguage> languages() {
    return entities.createQuery("select l from TextLanguage l", TextLanguage.class).getResultList();
  }

  @Override
  public void add(TextLanguage language) {
    entities.persist(language);
  }
}
