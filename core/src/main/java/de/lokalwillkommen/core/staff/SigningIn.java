package de.lokalwillkommen.core.staff;

import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Counter;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Signing in at a counter, being recognised afterwards, and signing out. */
@UseCase
public class SigningIn {

  /** Checked for an unknown name, so that it takes as long as a wrong password. */
  private static final class Decoy {
    static final PasswordHash HASH = PasswordHash.of(SecretToken.random().value());
  }

  private Staff staff;
  private Offices offices;
  private DomainEvents events;
  private Clock clock;

  protected SigningIn() {}

  @Inject
  public SigningIn(Staff staff, Offices offices, DomainEvents events, Clock clock) {
    this.staff = staff;
    this.offices = offices;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What came of signing in.
   *
   * @param token to be shown with every request from now on; known to nobody else
   * @param who the person, as recognised by that token
   */
  public record Welcome(SecretToken token, SignedIn who) {}

  /**
   * Signs a person in at a counter and begins a shift there. A shift of theirs elsewhere ends, and
   * so does one at this counter that somebody has left without signing out.
   *
   * @param office slug, or empty to sign in without a counter
   * @param counterLabel the label of a counter of that office
   * @throws Refused {@code NOT_SIGNED_IN} for a wrong name or password, {@code TOO_OFTEN} while
   *     locked, {@code NOT_ALLOWED} for an office that is not the person's, {@code INVALID} for an
   *     unknown office or counter
   */
  // a wrong password is an answer, and must be counted although it is refused
  @Transactional(dontRollbackOn = Refused.class)
  public Welcome signIn(
      String login, String password, Optional<String> office, Optional<String> counterLabel) {
    Instant now = clock.instant();
    Counsellor counsellor = recognise(login, password, now);
    Optional<Office> at = office.map(this::officeOf);
    Optional<Counter> counter = at.flatMap(o -> counterLabel.map(label -> counterOf(o, label)));
    if (at.isPresent() && !counsellor.mayWorkIn(at.get().id())) {
      throw Refusal.of(Kind.NOT_ALLOWED, "signIn.otherOffice").asException();
    }
    SecretToken token = SecretToken.random();
    SignIn signIn =
        new SignIn(
            token,
            counsellor.id(),
            at.map(Office::id).or(counsellor::office).orElse(null),
            counter.map(Counter::id).orElse(null),
            now);
    staff.add(signIn);
    counter.ifPresent(c -> takeShift(counsellor, at.orElseThrow().id(), c.id(), now));
    return new Welcome(token, describe(signIn, counsellor));
  }

  /** Who shows that token, if it is still valid. */
  public Optional<SignedIn> recognise(SecretToken token) {
    Instant now = clock.instant();
    Optional<SignIn> found = staff.findSignIn(token).filter(s -> !s.isOver(now));
    found.filter(s -> s.wasLongUnseen(now)).ifPresent(s -> s.seen(now));
    return found.flatMap(s -> staff.find(s.counsellor()).map(c -> describe(s, c)));
  }

  /** Ends the sign-in and the person's shift; an unknown token changes nothing. */
  public void signOut(SecretToken token) {
    staff
        .findSignIn(token)
        .ifPresent(
            signIn -> {
              endShifts(signIn.counsellor(), clock.instant());
              staff.remove(signIn);
            });
  }

  private Counsellor recognise(String login, String password, Instant now) {
    Optional<Counsellor> found = staff.findForSignIn(login);
    if (found.isEmpty()) {
      Decoy.HASH.matches(password);
      throw wrong();
    }
    if (found.get().isLocked(now)) {
      throw Refusal.of(Kind.TOO_OFTEN, "signIn.locked").asException();
    }
    return found.filter(c -> c.acceptsPassword(password, now)).orElseThrow(SigningIn::wrong);
  }

  private static Refused wrong() {
    return Refusal.of(Kind.NOT_SIGNED_IN, "signIn.wrong").asException();
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

  private void takeShift(Counsellor counsellor, String office, long counter, Instant now) {
    endShifts(counsellor.id(), now);
    endForsakenShifts(office, counter, now);
    staff.add(new CounterShift(office, counter, counsellor.id(), counsellor.skills(), now));
    events.publish(new ShiftChanged(office, counter, now));
  }

  private void endShifts(long counsellor, Instant now) {
    staff.listOpenShiftsOf(counsellor).forEach(shift -> end(shift, now));
  }

  /** Whoever is signed in there stays, as the other half of a tandem. */
  private void endForsakenShifts(String office, long counter, Instant now) {
    staff.listOpenShifts(office).stream()
        .filter(shift -> shift.counter() == counter)
        .filter(
            shift -> staff.listSignInsOf(shift.counsellor()).stream().allMatch(s -> s.isOver(now)))
        .forEach(shift -> end(shift, now));
  }

  private void end(CounterShift shift, Instant now) {
    shift.end(now);
    events.publish(new ShiftChanged(shift.office(), shift.counter(), now));
  }

  private static SignedIn describe(SignIn signIn, Counsellor counsellor) {
    return new SignedIn(
        counsellor.id(),
        counsellor.login(),
        counsellor.displayName(),
        counsellor.roles(),
        Optional.ofNullable(signIn.office()),
        Optional.ofNullable(signIn.counter()),
        signIn.csrf());
  }
}
