package de.lokalwillkommen.core.enquiries;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Staff;
import de.lokalwillkommen.core.storage.NeedsDiskSpace;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Counts what is answered at the door, without a ticket; it can be taken back for some seconds. */
@UseCase
public class CountingEnquiries {

  private Offices offices;
  private Enquiries enquiries;
  private Staff staff;
  private Clock clock;

  protected CountingEnquiries() {}

  @Inject
  CountingEnquiries(Offices offices, Enquiries enquiries, Staff staff, Clock clock) {
    this.offices = offices;
    this.enquiries = enquiries;
    this.staff = staff;
    this.clock = clock;
  }

  /**
   * What was counted.
   *
   * @param id its identifier, by which it can be taken back
   * @param topic the identifier of the topic
   * @param undoableUntil until when it can be taken back
   * @param today how many were counted in the office on this day
   */
  public record Counted(long id, String topic, Instant undoableUntil, long today) {}

  /**
   * Counts one, once for every idempotency key; of several presses at once all get the same answer.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} office, or one in which the
   *     person does not work; {@code INVALID} topic, or a key that was used for another request
   */
  @NeedsDiskSpace
  public Counted count(SignedIn me, EnquiryRequest request) {
    Instant now = clock.instant();
    Office office = officeOf(me);
    if (office.findTopic(request.topic()).isEmpty()) {
      throw Refusal.of(Kind.INVALID, "topic.unknown").with("field", "topic").asException();
    }
    // a key belongs to one person: presses at once come here one after another
    Optional<Counsellor> person = staff.findForChange(me.counsellor());
    return enquiries
        .findByRequest(request.requestKey())
        .map(earlier -> again(earlier, office, request))
        .orElseGet(() -> add(person, office, request, now));
  }

  private Counted add(
      Optional<Counsellor> person, Office office, EnquiryRequest request, Instant now) {
    Enquiry enquiry =
        new Enquiry(
            office.id(),
            office.dayOf(now).date(),
            request,
            person.flatMap(some -> some.details().organisation()),
            now);
    enquiries.add(enquiry);
    return counted(enquiry);
  }

  private Counted again(Enquiry earlier, Office office, EnquiryRequest request) {
    if (!earlier.answers(office.id(), request)) {
      throw RequestKey.otherBody();
    }
    return counted(earlier);
  }

  private Counted counted(Enquiry enquiry) {
    return new Counted(
        enquiry.id(),
        enquiry.topic(),
        enquiry.undoableUntil(),
        enquiries.count(enquiry.office(), enquiry.day()));
  }

  /**
   * Takes one back.
   *
   * @return how many are left in the office on this day
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} for one of another office, or
   *     one that was taken back; {@code CONFLICT} after {@link Enquiry#UNDO_WITHIN}
   */
  public long takeBack(SignedIn me, long id) {
    Office office = officeOf(me);
    Enquiry enquiry =
        enquiries
            .find(id)
            .filter(e -> e.office().equals(office.id()))
            .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "enquiry.unknown").asException());
    if (clock.instant().isAfter(enquiry.undoableUntil())) {
      throw Refusal.of(Kind.CONFLICT, "ticket.tooLateToUndo").asException();
    }
    enquiries.remove(enquiry);
    return enquiries.count(office.id(), enquiry.day());
  }

  private Office officeOf(SignedIn me) {
    return me.office()
        .filter(me::worksIn)
        .flatMap(offices::find)
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "office.unknown").asException());
  }
}
