package de.lokalwillkommen.core.ticketing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The assignment of a ticket before a transfer, stored so that the transfer can be undone. */
@Embeddable
class Assignment {

  @Column(name = "prior_office_id")
  private String office;

  @Column(name = "prior_topic_id")
  private String topic;

  @Column(name = "prior_only_counter")
  private Long counter;

  protected Assignment() {}

  Assignment(String office, String topic, Long counter) {
    this.office = office;
    this.topic = topic;
    this.counter = counter;
  }

  /** The slug of the office in whose line it stood. */
  String office() {
    return office;
  }

  String topic() {
    return topic;
  }

  /** The one counter that could call it, or null if any could. */
  Long counter() {
    return counter;
  }
}
