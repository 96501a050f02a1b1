package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.web.rest.Jsons;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * An appointment as staff may see it: as its visitor sees it, with the ticket that it has become.
 *
 * @param context the context path of this application
 */
record StaffAppointmentJson(String context) {

  /** The path of an appointment. */
  String addressOf(AppointmentView appointment) {
    return context
        + "/api/v1/offices/"
        + appointment.office()
        + "/appointments/"
        + appointment.code();
  }

  JsonObjectBuilder of(AppointmentView appointment) {
    String self = addressOf(appointment);
    JsonObjectBuilder json =
        Jsons.object()
            .add("code", appointment.code().value())
            .add("office", appointment.office())
            .add("topic", appointment.topic())
            .add("language", appointment.language())
            .add("start", appointment.start().toString())
            .add("end", appointment.end().toString())
            .add("state", appointment.status().name())
            .add("heldUntil", Jsons.orNull(appointment.heldUntil()))
            .add("letters", appointment.hasContact())
            .add(
                "links",
                Jsons.object()
                    .add("self", self)
                    .add("slot", self + "/slot")
                    .add("checkIn", self + "/check-in"));
    appointment
        .ticket()
        .ifPresentOrElse(ticket -> json.add("ticket", ticket), () -> json.addNull("ticket"));
    return json;
  }

  JsonArrayBuilder list(List<AppointmentView> appointments) {
    JsonArrayBuilder list = Jsons.array();
    appointments.stream().map(this::of).forEach(list::add);
    return list;
  }
}
