package de.lokalwillkommen.core.offices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A desk or room to which visitors are called. */
@Entity
@Table(name = "counter")
public class Counter {

  @Id private long id;

  @Column(name = "office_id", insertable = false, updatable = false)
  private String office;

  private String label;

  private String name;

  protected Counter() {}

  public Counter(long id, String label, String name) {
    this.id = id;
    this.label = label;
    this.name = name;
  }

  public long id() {
    return id;
  }

  /** The label that a counsellor picks when signing in, for example {@code 3}. */
  public String label() {
    return label;
  }

  /** The name that the waiting room reads, the same as on the door, for example {@code Raum 3}. */
  public String name() {
    return name;
  }
}
