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
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;

/** One change, never changed again and deleted after twelve months. */
@Entity
@Table(name = "history_entry")
class HistoryEntry {

  /** The kinds whose entries must not tell in which order, and beside which others, they came. */
  private static final Set<String> WITHOUT_ORDER = Set.of("visit");

  private static final SecureRandom CHANCE = new SecureRandom();

  /** Programs read identifiers as numbers of double precision. */
  private static final long LARGEST_ID = 1L << 53;

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
    if (WITHOUT_ORDER.contains(changed.kind())) {
      // the sequence, which all entries share, would tell it
      this.id = CHANCE.nextLong(1, LARGEST_ID);
    }
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
