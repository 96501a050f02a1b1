package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.web.text.InventedData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages on which a text stands. Pages of a visitor are shown with an invented ticket or
 * appointment, letters as they would be sent.
 */
final class Screens {

  private static final String TICKET = "/kiosk/%s/ticket/";
  private static final String PHONE = "/kiosk/t/";
  private static final String APPOINTMENT = "/kiosk/a/";
  private static final String LETTERS = "admin/letter.";

  /** The beginnings of keys, and the addresses of the pages; the first that fits applies. */
  private static final Map<String, String> PATHS = inOrder();

  private Screens() {}

  private static Map<String, String> inOrder() {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("display/board.", "/display/%s");
    paths.put("display/overview.", "/display/");
    paths.put("kiosk/book.topic", "/kiosk/%s/book");
    paths.put("kiosk/checkIn.", "/kiosk/%s/check-in");
    paths.put("kiosk/offices.", "/kiosk/");
    paths.put("kiosk/sorry.404", "/kiosk/%s/none");
    for (String start :
        List.of("home.", "languages", "aid", "turn.", "entry.", "idle.", "moment.", "page.")) {
      paths.put("kiosk/" + start, "/kiosk/%s");
    }
    paths.put("web/topic.", "/kiosk/%s");
    paths.put("web/brand", "/kiosk/%s");
    addTickets(paths);
    addAppointments(paths);
    return paths;
  }

  private static void addTickets(Map<String, String> paths) {
    for (TicketStatus status : TicketStatus.values()) {
      String token = InventedData.ticket(status.name());
      paths.put("kiosk/state." + status, TICKET + token);
      paths.put("kiosk/says." + status, PHONE + token);
      paths.put("kiosk/end." + status, PHONE + token);
    }
    String waiting = InventedData.ticket(TicketStatus.WAITING.name());
    paths.put("kiosk/ticket.", TICKET + waiting);
    paths.put("kiosk/correct.topic", TICKET + waiting);
    paths.put("kiosk/correct.", TICKET + waiting + "?step=topic");
    paths.put("kiosk/parked.", PHONE + InventedData.ticket(TicketStatus.PARKED.name()));
    paths.put("kiosk/call.", PHONE + InventedData.ticket(TicketStatus.CALLED.name()));
    Stream.of("step.", "phone.", "leave.", "live.", "paper.")
        .forEach(start -> paths.put("kiosk/" + start, PHONE + waiting));
  }

  private static void addAppointments(Map<String, String> paths) {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      paths.put("kiosk/appt." + status, APPOINTMENT + InventedData.appointment(status));
    }
    String booked = InventedData.appointment(AppointmentStatus.BOOKED);
    String held = InventedData.appointment(AppointmentStatus.HELD);
    String over = InventedData.appointment(AppointmentStatus.LAPSED);
    paths.put("kiosk/appt.cancel.", APPOINTMENT + booked + "?step=cancel");
    paths.put("kiosk/appt.move.", APPOINTMENT + booked + "?step=move");
    paths.put("kiosk/appt.elsewhere", APPOINTMENT + booked + "?step=move");
    paths.put("kiosk/appt.keep", APPOINTMENT + booked + "?step=move");
    paths.put(
        "kiosk/appt.again", APPOINTMENT + InventedData.appointment(AppointmentStatus.CANCELLED));
    paths.put("kiosk/appt.", APPOINTMENT + booked);
    Stream.of("yes", "text")
        .forEach(word -> paths.put("kiosk/earlier." + word, "/kiosk/%s/appointment/" + booked));
    paths.put("kiosk/earlier.", APPOINTMENT + booked + "?step=earlier");
    paths.put("kiosk/part.", APPOINTMENT + booked + "?step=earlier");
    paths.put("kiosk/booked.", "/kiosk/%s/appointment/" + booked);
    paths.put("kiosk/confirm.over", "/kiosk/%s/book/" + over);
    paths.put("kiosk/confirm.again", "/kiosk/%s/book/" + over);
    paths.put("kiosk/confirm.", "/kiosk/%s/book/" + held);
  }

  /** The address of a page with that text, in a language. */
  static Optional<String> find(String key, String office, String language) {
    boolean isOnNoPage = key.startsWith("web/topic.") && key.endsWith(".description");
    Optional<String> path =
        key.startsWith(LETTERS)
            ? Optional.of("/admin/letter-sample?key=" + key.substring(LETTERS.length()))
            : PATHS.entrySet().stream()
                .filter(entry -> key.startsWith(entry.getKey()) && !isOnNoPage)
                .findFirst()
                .map(entry -> entry.getValue().replace("%s", office));
    return path.map(p -> p + (p.contains("?") ? "&" : "?") + "lang=" + language);
  }
}
