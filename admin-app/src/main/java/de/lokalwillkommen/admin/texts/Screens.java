package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.waitlist.OfferStatus;
import de.lokalwillkommen.core.waitlist.WaitlistStatus;
import de.lokalwillkommen.web.text.InventedAnswer;
import de.lokalwillkommen.web.text.InventedData;
import de.lokalwillkommen.web.text.InventedEntrance;
import de.lokalwillkommen.web.text.InventedTicket;
import de.lokalwillkommen.web.text.InventedTimes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pages on which a text stands. Pages of a visitor are shown with an invented ticket,
 * appointment, offer, code or office, letters as they would be sent.
 */
final class Screens {

  private static final String KIOSK = "/kiosk/";
  private static final String HOME = "/kiosk/%s";
  private static final String TICKET = "/kiosk/%s/ticket/";
  private static final String PHONE = "/kiosk/t/";
  private static final String APPOINTMENT = "/kiosk/a/";
  private static final String WAITLIST = "/kiosk/w/";
  private static final String OFFER = "/kiosk/o/";
  private static final String ANSWER = "/kiosk/%s/check-in/";
  private static final String BOOK = "/kiosk/%s/book";
  private static final String LETTERS = "admin/letter.";

  /** The beginnings of keys, and the addresses of the pages; the first that fits applies. */
  private static final Map<String, String> PATHS = inOrder();

  private Screens() {}

  private static Map<String, String> inOrder() {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("display/board.", "/display/%s");
    paths.put("display/overview.", "/display/");
    paths.put("kiosk/book.topic", BOOK);
    paths.put("kiosk/book.none", times(InventedTimes.NONE));
    paths.put("kiosk/book.wait", times(InventedTimes.NONE));
    paths.put("kiosk/book.fastest", times(InventedTimes.FASTEST));
    paths.put("kiosk/book.instead", times(InventedTimes.SOME) + "&refused=slot.taken");
    paths.put("kiosk/book.", times(InventedTimes.SOME));
    paths.put("kiosk/checkIn.", "/kiosk/%s/check-in");
    paths.put("kiosk/offices.", KIOSK);
    addEntrances(paths);
    addTickets(paths);
    addProblems(paths);
    addAppointments(paths);
    addWaits(paths);
    addAnswers(paths);
    RefusedScreens.addTo(paths);
    return paths;
  }

  private static String times(InventedTimes times) {
    return BOOK + "?topic=%t&day=" + InventedData.day(times);
  }

  private static void addEntrances(Map<String, String> paths) {
    for (StopReason why : StopReason.values()) {
      paths.put("kiosk/shut.stopped." + why, entrance(why));
    }
    for (Announcement.Kind kind : Announcement.Kind.values()) {
      paths.put("web/announcement." + kind, entrance(kind));
    }
    paths.put("kiosk/shut.office.closed", entrance(InventedEntrance.CLOSED));
    paths.put("kiosk/shut.office.ended", entrance(InventedEntrance.ENDED));
    paths.put("kiosk/shut.office.lastTicket", entrance(InventedEntrance.LAST_TICKET));
    paths.put("kiosk/shut.office.full", entrance(InventedEntrance.FULL));
    paths.put("kiosk/shut.office.stopped", entrance(StopReason.UNTOLD));
    paths.put("kiosk/shut.checkIn", entrance(StopReason.UNTOLD));
    paths.put("kiosk/shut.later", entrance(InventedEntrance.FULL));
    paths.put("kiosk/shut.", entrance(InventedEntrance.CLOSED));
    paths.put("kiosk/elsewhere.", entrance(InventedEntrance.CLOSED));
    paths.put("kiosk/when.day", entrance(InventedEntrance.CLOSED));
    paths.put("kiosk/when.tomorrow", entrance(InventedEntrance.LAST_TICKET));
    paths.put("kiosk/home.tight", entrance(InventedEntrance.TIGHT));
    Stream.of("home.", "entry.")
        .forEach(start -> paths.put("kiosk/" + start, entrance(InventedEntrance.OPEN)));
    paths.put("web/estimate.range", entrance(InventedEntrance.OPEN));
    paths.put("web/estimate.under", entrance(InventedEntrance.SHORT_WAIT));
    paths.put("web/estimate.over", entrance(InventedEntrance.LONG_WAIT));
    Stream.of("languages", "aid", "turn.", "idle.", "moment.", "page.")
        .forEach(start -> paths.put("kiosk/" + start, HOME));
    Stream.of("topic.", "brand", "eu.funded", "legal.link")
        .forEach(start -> paths.put("web/" + start, HOME));
    Stream.of("notice.", "legal.").forEach(start -> paths.put("web/" + start, "/kiosk/%s/about"));
  }

  private static String entrance(Enum<?> state) {
    return KIOSK + InventedData.office(state);
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
    paths.put("web/estimate.brief.range", TICKET + waiting);
    paths.put("web/estimate.brief.under", TICKET + ticket(InventedTicket.SHORT_WAIT));
    paths.put("web/estimate.brief.over", TICKET + ticket(InventedTicket.LONG_WAIT));
    paths.put("kiosk/correct.topic", TICKET + waiting);
    paths.put("kiosk/correct.", TICKET + waiting + "?step=topic");
    paths.put("kiosk/parked.", PHONE + InventedData.ticket(TicketStatus.PARKED.name()));
    paths.put("kiosk/call.answered", PHONE + ticket(InventedTicket.COMING));
    paths.put("kiosk/call.", PHONE + InventedData.ticket(TicketStatus.CALLED.name()));
    Stream.of("step.", "phone.", "leave.", "live.", "paper.")
        .forEach(start -> paths.put("kiosk/" + start, PHONE + waiting));
  }

  private static String ticket(InventedTicket one) {
    return InventedData.ticket(one.name());
  }

  private static void addProblems(Map<String, String> paths) {
    paths.put("kiosk/sorry.401", TICKET + InventedData.ticket("" + Refusal.Kind.NOT_SIGNED_IN));
    paths.put("kiosk/sorry.404.ticket", PHONE + InventedData.ticket("" + Refusal.Kind.UNKNOWN));
    paths.put("kiosk/sorry.404.code", APPOINTMENT + InventedData.unknownCode());
    paths.put("kiosk/sorry.410", PHONE + InventedData.ticket("" + Refusal.Kind.GONE));
    paths.put("kiosk/sorry.429", TICKET + InventedData.ticket("" + Refusal.Kind.TOO_OFTEN));
    paths.put("kiosk/sorry.other", TICKET + InventedData.ticket("" + Refusal.Kind.INVALID));
    paths.put("kiosk/sorry.cutOff", PHONE);
    paths.put("kiosk/sorry.", "/kiosk/%s/none");
  }

  private static void addAppointments(Map<String, String> paths) {
    for (AppointmentStatus status : AppointmentStatus.values()) {
      paths.put("kiosk/appt." + status, APPOINTMENT + InventedData.code(status));
    }
    String booked = InventedData.code(AppointmentStatus.BOOKED);
    String held = InventedData.code(AppointmentStatus.HELD);
    String over = InventedData.code(AppointmentStatus.LAPSED);
    paths.put("kiosk/appt.cancel.", APPOINTMENT + booked + "?step=cancel");
    paths.put("kiosk/appt.move.", APPOINTMENT + booked + "?step=move");
    paths.put("kiosk/appt.elsewhere", APPOINTMENT + booked + "?step=move");
    paths.put("kiosk/appt.keep", APPOINTMENT + booked + "?step=move");
    paths.put("kiosk/appt.again", APPOINTMENT + InventedData.code(AppointmentStatus.CANCELLED));
    paths.put("kiosk/appt.ticket", APPOINTMENT + InventedData.code(AppointmentStatus.CHECKED_IN));
    paths.put("kiosk/appt.", APPOINTMENT + booked);
    Stream.of("yes", "text")
        .forEach(word -> paths.put("kiosk/earlier." + word, "/kiosk/%s/appointment/" + booked));
    String offered = InventedData.code(InventedAnswer.OFFERED);
    paths.put("kiosk/earlier.waiting", APPOINTMENT + offered);
    paths.put("kiosk/earlier.kiosk", "/kiosk/%s/appointment/" + offered);
    paths.put("kiosk/earlier.", APPOINTMENT + booked + "?step=earlier");
    paths.put("kiosk/part.EVENING", times(InventedTimes.SOME));
    paths.put("kiosk/part.", APPOINTMENT + booked + "?step=earlier");
    paths.put("kiosk/booked.", "/kiosk/%s/appointment/" + booked);
    paths.put("kiosk/confirm.over", "/kiosk/%s/book/" + over);
    paths.put("kiosk/confirm.again", "/kiosk/%s/book/" + over);
    paths.put("kiosk/confirm.", "/kiosk/%s/book/" + held);
  }

  private static void addWaits(Map<String, String> paths) {
    for (WaitlistStatus status : WaitlistStatus.values()) {
      String code = InventedData.code(status);
      paths.put("kiosk/wait." + status, WAITLIST + code);
      paths.put("kiosk/wait.end." + status, WAITLIST + code);
    }
    for (OfferStatus status : OfferStatus.values()) {
      String token = InventedData.offer(status);
      paths.put("kiosk/offer." + status, OFFER + token);
      paths.put("kiosk/offer.end." + status, OFFER + token);
    }
    paths.put("kiosk/wait.OFFERED", ANSWER + InventedData.code(InventedAnswer.OFFERED));
    paths.put("kiosk/wait.", WAITLIST + InventedData.code(WaitlistStatus.WAITING));
    paths.put("kiosk/offer.", OFFER + InventedData.offer(OfferStatus.OPEN));
    paths.put("kiosk/when.today", OFFER + InventedData.offer(OfferStatus.OPEN));
  }

  private static void addAnswers(Map<String, String> paths) {
    for (InventedAnswer answer : InventedAnswer.values()) {
      paths.put("kiosk/answer." + answer.word(), answer(answer));
    }
    paths.put("kiosk/answer.now", answer(InventedAnswer.READY));
    paths.put("kiosk/answer.join", answer(InventedAnswer.LATE));
    paths.put("kiosk/answer.confirm", answer(InventedAnswer.NOT_CONFIRMED));
    paths.put("kiosk/answer.again", answer(InventedAnswer.UNKNOWN));
    paths.put("kiosk/answer.walkIn", answer(InventedAnswer.EARLY));
    paths.put("kiosk/answer.present", answer(InventedAnswer.OFFERED));
    paths.put("kiosk/day.today", answer(InventedAnswer.READY));
    paths.put("kiosk/day.tomorrow", answer(InventedAnswer.WRONG_DAY));
    paths.put("kiosk/day.day", APPOINTMENT + InventedData.code(AppointmentStatus.BOOKED));
  }

  private static String answer(InventedAnswer answer) {
    return ANSWER + InventedData.code(answer);
  }

  /** The address of a page of that office with that text, in a language. */
  static Optional<String> find(String key, OfficeProfile office, String language) {
    if (TextWithoutScreen.find(key).isPresent()) {
      return Optional.empty();
    }
    Optional<String> path =
        key.startsWith(LETTERS)
            ? Optional.of("/admin/letter-sample?key=" + key.substring(LETTERS.length()))
            : PATHS.entrySet().stream()
                .filter(entry -> key.startsWith(entry.getKey()))
                .findFirst()
                .map(entry -> entry.getValue().replace("%s", office.id()))
                .map(page -> page.replace("%t", topicOf(office)));
    return path.map(p -> p + (p.contains("?") ? "&" : "?") + "lang=" + language);
  }

  private static String topicOf(OfficeProfile office) {
    return office.topics().stream()
        .filter(TopicProfile::bookable)
        .map(TopicProfile::id)
        .findFirst()
        .orElse("");
  }
}
