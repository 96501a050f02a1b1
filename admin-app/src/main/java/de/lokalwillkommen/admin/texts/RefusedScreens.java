package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.web.text.InventedData;
import de.lokalwillkommen.web.text.InventedEntrance;
import java.util.List;
import java.util.Map;

/** The pages that say why a request was refused; they can, if the sentence names nothing. */
final class RefusedScreens {

  private static final String OPEN = "/kiosk/" + InventedData.office(InventedEntrance.OPEN);
  private static final String BOOK = "/kiosk/%s/book?topic=%t";
  private static final String HELD = "/kiosk/%s/book/" + InventedData.code(AppointmentStatus.HELD);
  private static final String BOOKED = "/kiosk/a/" + InventedData.code(AppointmentStatus.BOOKED);
  private static final String CHECK_IN = "/kiosk/%s/check-in";
  private static final String WAITING =
      "/kiosk/%s/ticket/" + InventedData.ticket(TicketStatus.WAITING.name());

  /** The pages, and the keys of the refusals. */
  private static final Map<String, List<String>> PAGES =
      Map.of(
          OPEN,
          List.of("kiosk.noMoreTickets", "request.notNow", "storage.scarce", "topic.unknown"),
          WAITING,
          List.of("ticket.notNow", "ticket.changedMeanwhile"),
          HELD,
          List.of("contact.invalid", "booking.oneOpen"),
          BOOK,
          List.of("slot.past", "slot.taken", "slot.tooFar", "booking.busy", "booking.onlyInside"),
          BOOKED,
          List.of(
              "appointment.notNow",
              "appointment.holdOver",
              "offer.over",
              "slot.unknown",
              "waitlist.days",
              "waitlist.over",
              "waitlist.past"),
          CHECK_IN,
          List.of(
              "checkIn.cancelled",
              "checkIn.early",
              "checkIn.late",
              "checkIn.notConfirmed",
              "checkIn.over",
              "checkIn.wrongDay"));

  private RefusedScreens() {}

  /** Adds their addresses by the keys of the texts. */
  static void addTo(Map<String, String> paths) {
    PAGES.forEach(
        (page, keys) -> keys.forEach(key -> paths.put("web/refusal." + key, refusing(page, key))));
  }

  private static String refusing(String page, String key) {
    return page + (page.contains("?") ? "&" : "?") + "refused=" + key;
  }
}
