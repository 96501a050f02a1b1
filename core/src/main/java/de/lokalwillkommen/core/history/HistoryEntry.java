package de.lokalwillkommen.core.history;

import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.AuthorKind;
import de.lokalwillkommen.core.kernel.Changed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One change, never changed again and deleted after twelve months. */
@Entity
@Table(name = "history_entry")
class HistoryEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "changed_at")
  private Instant at;

  @Column(name = "office_id")
  private String office;

  @Enumerated(EnumType.STRING)
  @Column(name = "author_kind")
  private AuthorKind authorKind;

  @Column(name = "person_id")
  private long person;

  private String roles;

  private String kind;

  @Column(name = "subject_key")
  private String key;

  private String action;

  @Column(name = "before_change")
  private String before;

  @Column(name = "after_change")
  private String after;

  protected HistoryEntry() {}

  HistoryEntry(Changed changed) {
    this.at = changed.at();
    this.office = changed.office();
    this.authorKind = changed.author().kind();
    this.person = changed.author().person();
    this.roles = changed.author().roles();
    this.kind = changed.kind();
    this.key = changed.key();
    this.action = changed.action();
    this.before = changed.before();
    this.after = changed.after();
  }

  HistoryView view() {
    return new HistoryView(
        id, at, office, new Author(authorKind, person, roles), kind, key, action, before, after);
  }
}
