package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Lets a person in who has shown who they are, at a counter or without one. Part of a use case that
 * has locked the person's row.
 */
@Dependent
public class Admission {

  private final Staff staff;
  private final Offices offices;
  private final Shifts shifts;
  private final Clock clock;

  @Inject
  Admission(Staff staff, Offices offices, Shifts shifts, Clock clock) {
    this.staff = staff;
    this.offices = offices;
    this.shifts = shifts;
    this.clock = clock;
  }

  /** Where a person signs in. */
  record Place(Optional<Office> office, Optional<Counter> counter) {}

  /**
   * Lets a person in whom another service has recognised.
   *
   * @param office slug, or empty to sign in without a counter
   * @param counterLabel the label of a counter of that office
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED} for an account that is
   *     locked, an office that is not the person's, or a counter at which the role does not work,
   *     {@code INVALID} for an unknown office or counter
   */
  public Welcome admit(Counsellor person, Optional<String> office, Optional<String> counterLabel) {
    requireUnlocked(person);
    return welcome(person, placeFor(person, office, counterLabel), List.of());
  }

  void requireUnlocked(Counsellor person) {
    if (person.isLocked(clock.instant())) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.locked").asException();
    }
  }

  /** The chosen place, if the person may sign in there. */
  Place placeFor(Counsellor person, Optional<String> office, Optional<String> counterLabel) {
    Optional<Office> at = office.map(this::officeOf);
    Optional<Counter> counter = at.flatMap(o -> counterLabel.map(label -> counterOf(o, label)));
    if (at.isPresent() && !person.belongsTo(at.get().id())) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.otherOffice").asException();
    }
    if (counter.isPresent() && !person.servesVisitorsIn(at.orElseThrow().id())) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.noCounter").asException();
    }
    return new Place(at, counter);
  }

  /**
   * Makes the sign-in, and ends the person's others at a counter if it is at one. A counter at
   * which a colleague works is not taken: the person is asked first whether both work there
   * together.
   */
  Welcome welcome(Counsellor person, Place place, List<String> recoveryCodes) {
    Instant now = clock.instant();
    Optional<Counter> free =
        place
            .counter()
            .filter(
                c ->
                    !shifts.isTakenByOther(person, place.office().orElseThrow().id(), c.id(), now));
    SecretToken token = SecretToken.random();
    SignIn signIn =
        new SignIn(
            token,
            person.id(),
            place.office().map(Office::id).or(person::office).orElse(null),
            free.map(Counter::id).orElse(null),
            now);
    int replaced = free.isPresent() ? shifts.replaceOthers(person, now) : 0;
    staff.add(signIn);
    person.signedInOn(today(place.office().or(() -> person.office().flatMap(offices::find)), now));
    free.ifPresent(c -> shifts.begin(person, place.office().orElseThrow().id(), c.id(), now));
    return new Welcome(token, signIn.describe(person), replaced, recoveryCodes);
  }

  /** The day on the clock of the office; without one, that of UTC. */
  private static LocalDate today(Optional<Office> office, Instant now) {
    return LocalDate.ofInstant(now, office.map(Office::zone).orElse(ZoneOffset.UTC));
  }

  private Office officeOf(String id) {
    return offices
        .find(id)
        .orElseThrow(
            () -> Refusal.of(Kind.INVALID, "office.unknown").with("field", "office").asException());
  }

  private static Counter counterOf(Office office, String label) {
    return office
        .findCounter(label)
        .orElseThrow(
            () ->
                Refusal.of(Kind.INVALID, "counter.unknown").with("field", "counter").asException());
  }
}
