package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.Refusal;
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

  private boolean retired;

  private int version;

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

  /** The state that an editor has to have seen to change it. */
  public int version() {
    return version;
  }

  /**
   * Begins a change of what an editor has seen.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CHANGED_MEANWHILE} if so
   */
  public void beginChange(int seenVersion) {
    if (version != seenVersion) {
      throw Refusal.of(Refusal.Kind.CHANGED_MEANWHILE, "topic.changedMeanwhile").asException();
    }
    version++;
  }

  /** What the administration has decided about it. */
  public TopicData data() {
    return new TopicData(pictogram, audience, usualMinutes, walkIn, bookable);
  }

  /** Changes what the administration has decided about it. */
  public void arrange(TopicData data) {
    this.pictogram = data.pictogram();
    this.audience = data.audience();
    this.usualMinutes = data.usualMinutes();
    this.walkIn = data.walkIn();
    this.bookable = data.bookable();
  }

  /** Gives it up in all offices, or takes that back: the offices keep it in mind. */
  public void retire(boolean givenUp) {
    this.retired = givenUp;
  }

  /** Whether no office offers it any more. */
  public boolean isRetired() {
    return retired;
  }

  int position() {
    return position;
  }

  /** Sets its place among the topics, from 1. */
  public void stand(int place) {
    this.position = place;
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
