package de.lokalwillkommen.kiosk.api;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.waitlist.OfferView;
import de.lokalwillkommen.core.waitlist.WaitlistView;
import de.lokalwillkommen.web.page.VisitorPage;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * Appointments, places on the waitlist and offers as their visitors may see them.
 *
 * @param context the context path of this application
 */
record BookingJson(String context) {

  private static final String OFFICE = "office";
  private static final String STATE = "state";
  private static final String LINKS = "links";

  /** The path of an appointment. */
  String addressOf(AppointmentView appointment) {
    return context + "/api/v1/appointments/" + appointment.code();
  }

  /** The path of a place on the waitlist. */
  String addressOf(WaitlistView entry) {
    return context + "/api/v1/waitlist/" + entry.code();
  }

  String json(AppointmentView appointment) {
    String self = addressOf(appointment);
    return Jsons.object()
        .add("code", appointment.code().value())
        .add(OFFICE, appointment.office())
        .add("topic", appointment.topic())
        .add("language", appointment.language())
        .add("start", appointment.start().toString())
        .add("end", appointment.end().toString())
        .add(STATE, appointment.status().name())
        .add("heldUntil", Jsons.orNull(appointment.heldUntil()))
        .add("letters", appointment.hasContact())
        .add(
            LINKS,
            Jsons.object()
                .add("self", self)
                .add("confirmation", self + "/confirmation")
                .add("slot", self + "/slot")
                .add("calendar", self + "/calendar")
                .add("page", VisitorPage.appointment(appointment.code().toString()).under(context)))
        .build()
        .toString();
  }

  String json(WaitlistView entry) {
    JsonArrayBuilder offices = Jsons.array();
    entry.offices().stream().sorted().forEach(offices::add);
    JsonObjectBuilder json =
        Jsons.object()
            .add("code", entry.code().value())
            .add("topic", entry.topic())
            .add("language", entry.language())
            .add("offices", offices)
            .add("from", entry.firstDay().toString())
            .add("to", entry.lastDay().toString())
            .add("partOfDay", entry.partOfDay().name())
            .add(STATE, entry.state().name())
            .add("ahead", entry.ahead())
            .add("letters", entry.hasContact())
            .add("offer", entry.offer().map(this::object).orElse(JsonValue.NULL))
            .add(
                LINKS,
                Jsons.object()
                    .add("self", addressOf(entry))
                    .add("page", VisitorPage.waitlist(entry.code().toString()).under(context)));
    entry
        .appointment()
        .map(BookingCode::value)
        .ifPresentOrElse(code -> json.add("appointment", code), () -> json.addNull("appointment"));
    return json.build().toString();
  }

  String json(OfferView offer) {
    return object(offer).toString();
  }

  private JsonValue object(OfferView offer) {
    String self = context + "/api/v1/waitlist/offers/" + offer.token();
    return Jsons.object()
        .add("token", offer.token())
        .add(OFFICE, offer.office())
        .add("start", offer.start().toString())
        .add("end", offer.end().toString())
        .add("expiresAt", offer.expiresAt().toString())
        .add(STATE, offer.state().name())
        .add(
            LINKS,
            Jsons.object()
                .add("self", self)
                .add("claim", self + "/claim")
                .add("page", VisitorPage.offer(offer.token()).under(context)))
        .build();
  }
}
