package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.ticketing.Actor;
import de.lokalwillkommen.core.timetable.Share;

/** How an appointment was booked. */
public enum Channel {
  /** At a kiosk, inside an office. */
  KIOSK(Share.PUBLIC, Actor.KIOSK),
  /** By phone or from home. */
  OUTSIDE(Share.PUBLIC, Actor.VISITOR),
  /** By a counsellor. */
  STAFF(Share.INTERNAL, Actor.COUNSELLOR),
  /** Offered to a person on the waitlist. */
  WAITLIST(Share.PUBLIC, Actor.SCHEDULE);

  private final Share share;
  private final Actor actor;

  Channel(Share share, Actor actor) {
    this.share = share;
    this.actor = actor;
  }

  /** The desks that can be booked this way. */
  public Share share() {
    return share;
  }

  Actor actor() {
    return actor;
  }
}
