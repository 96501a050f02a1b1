package de.lokalwillkommen.core.enquiries;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** An information that was given without a ticket. It names an organisation, never a person. */
@Entity
@Table(name = "enquiry")
public class Enquiry {

  /** How long it can be taken back. */
  public static final Duration UNDO_WITHIN = Duration.ofSeconds(10);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lw_ids")
  private Long id;

  @Column(name = "office_id")
  private String office;

  @Column(name = "business_day")
  private LocalDate day;

  @Column(name = "topic_id")
  private String topic;

  private String language;

  private String organisation;

  @Column(name = "request_key")
  private String requestKey;

  @Column(name = "counted_at")
  private Instant countedAt;

  protected Enquiry() {}

  Enquiry(
      String office,
      LocalDate day,
      EnquiryRequest request,
      Optional<String> organisation,
      Instant now) {
    this.office = office;
    this.day = day;
    this.topic = request.topic();
    this.language = request.language();
    this.organisation = organisation.orElse(null);
    this.requestKey = request.requestKey().text();
    this.countedAt = now;
  }

  long id() {
    return id;
  }

  String office() {
    return office;
  }

  public LocalDate day() {
    return day;
  }

  public String topic() {
    return topic;
  }

  /** The language of the visitor, as a language tag. */
  public String language() {
    return language;
  }

  /** The identifier of the organisation of the counsellor. */
  public Optional<String> organisation() {
    return Optional.ofNullable(organisation);
  }

  String requestKey() {
    return requestKey;
  }

  /** Until when it can be taken back. */
  Instant undoableUntil() {
    return countedAt.plus(UNDO_WITHIN);
  }

  /** Whether it answers a repetition of the request that made it. */
  boolean answers(String toOffice, EnquiryRequest request) {
    return office.equals(toOffice)
        && topic.equals(request.topic())
        && language.equals(request.language());
  }
}
