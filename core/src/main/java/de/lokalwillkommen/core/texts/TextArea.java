package de.lokalwillkommen.core.texts;

import java.util.Arrays;
import java.util.List;

/** Where visitors meet a text. */
public enum TextArea {
  /** The names of the topics, everywhere. */
  TOPICS(TextKey.TOPIC),
  /** A ticket: at the kiosk and on a phone. */
  TICKET(
      "kiosk/ticket.",
      "kiosk/correct.",
      "kiosk/state.",
      "kiosk/says.",
      "kiosk/step.",
      "kiosk/parked.",
      "kiosk/end.",
      "kiosk/phone.",
      "kiosk/call.",
      "kiosk/leave.",
      "kiosk/live."),
  /** Appointments and the waitlist: at the kiosk and on a phone. */
  APPOINTMENTS(
      "kiosk/book.",
      "kiosk/part.",
      "kiosk/confirm.",
      "kiosk/booked.",
      "kiosk/paper.",
      "kiosk/earlier.",
      "kiosk/checkIn.",
      "kiosk/answer.",
      "kiosk/appt.",
      "kiosk/wait.",
      "kiosk/offer.",
      "web/calendar."),
  /** The start page of the kiosk, and what all its pages have. */
  KIOSK("kiosk/"),
  /** The boards in the waiting rooms. */
  BOARD("display/board."),
  /** The list of all offices. */
  OVERVIEW("display/"),
  /** Mails to visitors. */
  LETTERS("admin/letter."),
  /** Why something is not possible, and what all pages share. */
  MESSAGES("web/");

  private final List<String> beginnings;

  TextArea(String... beginnings) {
    this.beginnings = List.of(beginnings);
  }

  /** The area of a key: the first of which it has a beginning. */
  public static TextArea of(String key) {
    return Arrays.stream(values())
        .filter(area -> area.beginnings.stream().anyMatch(key::startsWith))
        .findFirst()
        .orElse(MESSAGES);
  }
}
