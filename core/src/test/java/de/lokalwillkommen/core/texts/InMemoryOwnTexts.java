package de.lokalwillkommen.core.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class InMemoryOwnTexts implements OwnTexts {

  private final List<OwnText> texts = new ArrayList<>();
  private final List<TextLanguage> languages = new ArrayList<>();
  private long version;

  @Override
  public long version() {
    return version;
  }

  @Override
  public long lock() {
    return ++version;
  }

  @Override
  public List<OwnText> list() {
    return List.copyOf(texts);
  }

  @Override
  public Optional<OwnText> find(String key, String language) {
    return texts.stream()
        .filter(text -> text.key().equals(key) && text.language().equals(language))
        .findFirst();
  }

  @Override
  public void add(OwnText text) {
    texts.add(text);
  }

  @Override
  public void remove(OwnText text) {
    texts.remove(text);
  }

  @Override
  public List<TextLanguage> languages() {
    return List.copyOf(languages);
  }

  @Override
  public void add(TextLanguage language) {
    languages.add(language);
  }
}
