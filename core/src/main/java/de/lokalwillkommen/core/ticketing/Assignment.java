package de.lokalwillkommen.core.ticketing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** To whom a ticket was assigned before a transfer, so that this can be taken back. */
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

  /** The one counter that could call it, or null. */
  Long counter() {
    return counter;
  }
}
