package de.lokalwillkommen.admin.texts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The reasons why a text is not shown on its page, and the beginnings of the keys of such texts.
 */
enum TextWithoutScreen {
  /** Programs read it in the answers of the REST interface, and staff in its own pages. */
  IN_ANSWERS_TO_PROGRAMS(
      "web/problem.",
      "web/refusal.appointment.unknown",
      "web/refusal.language.",
      "web/refusal.later.",
      "web/refusal.offer.unknown",
      "web/refusal.office.",
      "web/refusal.request.cursor",
      "web/refusal.request.day",
      "web/refusal.request.key",
      "web/refusal.request.limit",
      "web/refusal.request.otherBody",
      "web/refusal.request.time",
      "web/refusal.request.tooMany",
      "web/refusal.ticket.gone",
      "web/refusal.ticket.unknown",
      "web/refusal.waitlist.unknown"),
  /** It names something; the page of a visitor says in general that the request was refused. */
  WITH_ARGUMENTS("web/refusal.checkIn.wrongOffice", "web/refusal.waitlist.tooFar"),
  /** Only staff reads it. */
  TO_STAFF(
      "web/refusal.availability.",
      "web/refusal.counter.",
      "web/refusal.leaving.",
      "web/refusal.outcome.",
      "web/refusal.park.",
      "web/refusal.shift.",
      "web/refusal.signIn.",
      "web/refusal.ticket.doneSince",
      "web/refusal.ticket.handedOnByOther",
      "web/refusal.ticket.recalledOften",
      "web/refusal.ticket.sameLanguage",
      "web/refusal.ticket.tooLateToUndo",
      "web/refusal.transfer.",
      "web/refusal.urgent."),
  /** Its page would pair the browser of the editor, or end that. */
  ON_DEVICES(
      "kiosk/offices.device",
      "kiosk/pairing.",
      "kiosk/stopped.",
      "display/stopped.",
      "web/refusal.device."),
  /** It is in a calendar file. */
  IN_FILES("web/calendar."),
  /** The page stands there while the server is not available. */
  WHILE_AWAY("web/away."),
  /** It answers what a visitor has just done. */
  AFTER_AN_ACTION("kiosk/checkIn.foreign", "kiosk/checkIn.unreadable", "kiosk/leave.undo"),
  /** It stands on each page of a demonstration alone. */
  IN_DEMONSTRATIONS("web/demo"),
  /** No page shows it: descriptions of topics are for programs. */
  DESCRIPTION() {
    @Override
    boolean concerns(String key) {
      return key.startsWith("web/topic.") && key.endsWith(".description");
    }
  };

  private final List<String> starts;

  TextWithoutScreen(String... starts) {
    this.starts = List.of(starts);
  }

  boolean concerns(String key) {
    return starts.stream().anyMatch(key::startsWith);
  }

  List<String> starts() {
    return starts;
  }

  /** Why a text is not shown on its page; empty if it is. */
  static Optional<TextWithoutScreen> find(String key) {
    return Arrays.stream(values()).filter(why -> why.concerns(key)).findFirst();
  }
}
