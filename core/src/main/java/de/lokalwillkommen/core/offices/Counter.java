package de.lokalwillkommen.core.offices;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Comparator;

/** A desk or room to which visitors are called. */
@Entity
@Table(name = "counter")
public class Counter {

  /** As the administration has put them, else by their labels. */
  static final Comparator<Counter> IN_ORDER =
      Comparator.<Counter>comparingInt(c -> c.position).thenComparing(Counter::label);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @ManyToOne
  @JoinColumn(name = "office_id")
  private Office office;

  private String label;

  private String name;

  private boolean retired;

  private int position;

  protected Counter() {}

  public Counter(long id, String label, String name) {
    this.id = id;
    this.label = label;
    this.name = name;
  }

  /** A new counter; the identifier follows when it is stored. */
  public Counter(String label, String name) {
    this.label = label;
    this.name = name;
  }

  void belongTo(Office standing) {
    this.office = standing;
  }

  void stand(CounterSign sign, int place) {
    this.label = sign.label();
    this.name = sign.name();
    this.position = place;
    this.retired = false;
  }

  void retire() {
    this.retired = true;
  }

  /** Whether it has been given up: its history stays, and no counsellor can sign in there. */
  public boolean isRetired() {
    return retired;
  }

  /** The identifier, once it is stored. */
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

  /** What stands at its door. */
  public CounterSign sign() {
    return new CounterSign(label, name);
  }
}
