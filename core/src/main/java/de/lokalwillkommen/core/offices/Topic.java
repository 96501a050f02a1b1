package de.lokalwillkommen.core.offices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;

/** What a visitor comes for, as coarse as the office needs it to find the right counsellor. */
@Entity
@Table(name = "topic")
public class Topic {

  @Id private String id;

  private String pictogram;

  private String audience;

  @Column(name = "usual_minutes")
  private int usualMinutes;

  @Column(name = "walk_in")
  private boolean walkIn;

  private boolean bookable;

  private int position;

  protected Topic() {}

  public Topic(String id, String pictogram, Duration usual, int position) {
    this.id = id;
    this.pictogram = pictogram;
    this.audience = "ANY";
    this.usualMinutes = Math.toIntExact(usual.toMinutes());
    this.walkIn = true;
    this.bookable = true;
    this.position = position;
  }

  /** A topic for volunteers, with the same rules as any other. */
  Topic forVolunteers() {
    this.audience = "VOLUNTEER";
    return this;
  }

  /** The identifier, also the key of the label in the bundles ({@code topic.<id>}). */
  public String id() {
    return id;
  }

  /** The name of the icon that stands beside its label. */
  public String pictogram() {
    return pictogram;
  }

  /** Whom it concerns: {@code ANY} or one audience. */
  public String audience() {
    return audience;
  }

  /** How long a consultation on it usually takes. */
  public Duration usualDuration() {
    return Duration.ofMinutes(usualMinutes);
  }

  public boolean isForWalkIns() {
    return walkIn;
  }

  public boolean isBookable() {
    return bookable;
  }
}
