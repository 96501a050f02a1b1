package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.Author;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** Whether the texts of a language have been changed, and read by a native speaker. */
@Entity
@Table(name = "text_language")
class TextLanguage {

  @Id private String tag;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_version")
  private long changedVersion;

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Column(name = "checked_version")
  private long checkedVersion;

  @Column(name = "checked_by")
  private long checkedBy;

  @Column(name = "checker_roles")
  private String checkerRoles = "";

  protected TextLanguage() {}

  TextLanguage(String tag) {
    this.tag = tag;
  }

  String tag() {
    return tag;
  }

  void change(Instant at, long version) {
    this.changedAt = at;
    this.changedVersion = version;
  }

  void check(Author author, Instant at, long version) {
    this.checkedAt = at;
    this.checkedVersion = version;
    this.checkedBy = author.person();
    this.checkerRoles = author.roles();
  }

  Optional<NativeCheck> nativeCheck() {
    return Optional.ofNullable(checkedAt)
        .map(at -> new NativeCheck(at, Author.staff(checkedBy, checkerRoles), changedSince()));
  }

  /** By the versions: the clock may have been set back in between. */
  private Optional<Instant> changedSince() {
    return Optional.ofNullable(changedAt).filter(at -> changedVersion > checkedVersion);
  }
}
