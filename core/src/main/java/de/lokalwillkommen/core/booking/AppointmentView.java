package de.lokalwillkommen.core.booking;

import de.lokalwillkommen.core.offices.Office;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A read-only copy of an appointment at one moment.
 *
 * @param id for staff; a visitor knows the code instead
 * @param code the code by which the visitor knows it
 * @param office the slug of its office
 * @param officeName the name of the office
 * @param officeAddress where it is, if known
 * @param zone the zone of the office's clock
 * @param topic the identifier of the topic
 * @param language BCP 47 tag
 * @param start when it begins
 * @param end when it ends
 * @param status its status; an expired hold counts as lapsed
 * @param channel how it was booked
 * @param heldUntil when the hold expires, if it is not confirmed yet
 * @param hasContact whether its visitor will be reminded by mail
 * @param moves how often it was moved
 * @param ticket the identifier of its ticket, once checked in
 * @param officeReason why the office moved or cancelled it, if the visitor did not
 */
public record AppointmentView(
    long id,
    BookingCode code,
    String office,
    String officeName,
    Optional<String> officeAddress,
    ZoneId zone,
    String topic,
    String language,
    Instant start,
    Instant end,
    AppointmentStatus status,
    Channel channel,
    Optional<Instant> heldUntil,
    boolean hasContact,
    int moves,
    Optional<Long> ticket,
    Optional<OfficeReason> officeReason) {

  public static AppointmentView of(Appointment appointment, Office office, Instant now) {
    return new AppointmentView(
        appointment.id(),
        appointment.code(),
        appointment.office(),
        office.name(),
        office.address(),
        office.zone(),
        appointment.topic(),
        appointment.language(),
        appointment.start(),
        appointment.end(),
        appointment.statusAt(now),
        appointment.channel(),
        appointment.heldUntil(),
        appointment.contact().isPresent(),
        appointment.moves(),
        appointment.ticket(),
        appointment.officeReason());
  }

  /** The same appointment as it would be after the office has moved it to a slot. */
  public AppointmentView wouldMoveTo(Slot slot, OfficeReason why) {
    return with(slot.start(), slot.end(), why);
  }

  /** The same appointment as it would be after the office has cancelled it. */
  public AppointmentView wouldBeCancelled(OfficeReason why) {
    return with(start, end, why);
  }

  private AppointmentView with(Instant newStart, Instant newEnd, OfficeReason why) {
    return new AppointmentView(
        id,
        code,
        office,
        officeName,
        officeAddress,
        zone,
        topic,
        language,
        newStart,
        newEnd,
        status,
        channel,
        heldUntil,
        hasContact,
        moves,
        ticket,
        Optional.of(why));
  }
}
