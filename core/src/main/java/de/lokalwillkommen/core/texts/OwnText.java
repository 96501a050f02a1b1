package de.lokalwillkommen.core.texts;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** What the installation says instead of a shipped text in one language, or besides it. */
@Entity
@Table(name = "own_text")
class OwnText {

  /** One text in one language. */
  @Embeddable
  static class Key implements Serializable {

    private static final long serialVersionUID = 1;

    @Column(name = "text_key")
    private String key;

    private String language;

    protected Key() {}

    Key(String key, String language) {
      this.key = key;
      this.language = language;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that && key.equals(that.key) && language.equals(that.language);
    }

    @Override
    public int hashCode() {
      return Objects.hash(key, language);
    }
  }

  @EmbeddedId private Key id;

  private String pattern;

  private long version;

  protected OwnText() {}

  OwnText(String key, String language, String pattern, long version) {
    this.id = new Key(key, language);
    this.pattern = pattern;
    this.version = version;
  }

  String key() {
    return id.key;
  }

  String language() {
    return id.language;
  }

  String pattern() {
    return pattern;
  }

  /** The version of all texts when it was written: the state that an editor has to have seen. */
  long version() {
    return version;
  }

  void reword(String other, long now) {
    this.pattern = other;
    this.version = now;
  }
}
