package de.lokalwillkommen.core.secondfactor;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.time.TrustedTime;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Counsellor;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SecondStep;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks people for their second factor, and sets one up with the first code. Part of a use case that
 * has locked the person's row.
 */
@Dependent
class SecondFactorCheck implements SecondStep {

  /** Only the own app's new secret is compared with a clock that is wrong by up to this. */
  private static final Duration WRONG_CLOCK = Duration.ofHours(2);

  private final SecondFactors factors;
  private final Sealing sealing;
  private final Offices offices;
  private final SecondFactorLog log;
  private final Clock clock;

  /** With the time on the clocks of phones, which do not take part in a demonstration. */
  @Inject
  SecondFactorCheck(
      SecondFactors factors,
      Sealing sealing,
      Offices offices,
      SecondFactorLog log,
      TrustedTime time) {
    this(factors, sealing, offices, log, outside(time));
  }

  SecondFactorCheck(
      SecondFactors factors, Sealing sealing, Offices offices, SecondFactorLog log, Clock clock) {
    this.factors = factors;
    this.sealing = sealing;
    this.offices = offices;
    this.log = log;
    this.clock = clock;
  }

  private static Clock outside(TrustedTime time) {
    return new Clock() {
      @Override
      public Instant instant() {
        return time.outside();
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public Need needOf(Counsellor person) {
    if (isInForce(person)) {
      return Need.CODE;
    }
    return isRequired(person.roles(), factors.getRule()) ? Need.ENROLMENT : Need.NONE;
  }

  /** The secret of a person that waits for its first code. */
  Optional<SecondFactor> findProposed(long person) {
    return factors.find(person).filter(factor -> factor.isProposed(clock.instant()));
  }

  private boolean isInForce(Counsellor person) {
    return factors.find(person.id()).filter(SecondFactor::isConfirmed).isPresent();
  }

  /** Whether people with those roles need a second factor. */
  static boolean isRequired(Set<Role> roles, SecondFactorRule rule) {
    return roles.contains(Role.ADMIN) && rule.isRequired();
  }

  @Override
  public void prepare(Counsellor person) {
    if (!isInForce(person)) {
      propose(person);
    }
  }

  /**
   * Makes a new secret, in the place of one that is not in force.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CONFLICT} if one is in force
   */
  Proposal propose(Counsellor person) {
    if (isInForce(person)) {
      throw changed();
    }
    TotpSecret secret = TotpSecret.random();
    factors.removeOf(person.id());
    factors.add(new SecondFactor(person.id(), secret, sealing, clock.instant()));
    return Proposal.of(person.login(), secret);
  }

  @Override
  public Checked check(Counsellor person, String typed) {
    SecondFactor factor = factors.find(person.id()).orElseThrow(SecondFactorCheck::changed);
    String code = typed.replaceAll("[\\s-]", "");
    if (factor.isConfirmed()) {
      return checkConfirmed(factor, code);
    }
    if (!factor.isProposed(clock.instant())) {
      throw changed();
    }
    return setUp(person, factor, code);
  }

  private static RuntimeException changed() {
    return Refusal.of(Kind.CONFLICT, "secondFactor.changed").asException();
  }

  private Checked checkConfirmed(SecondFactor factor, String code) {
    Instant now = clock.instant();
    boolean wasUsed = TotpSecret.isCode(code) && factor.wasUsed(code, sealing, now);
    if (isRight(factor, code, now)) {
      return Checked.right(List.of());
    }
    return Checked.wrong(wasUsed ? refusal("secondFactor.used") : wrong(now));
  }

  private boolean isRight(SecondFactor factor, String code, Instant now) {
    return TotpSecret.isCode(code)
        ? factor.accept(code, sealing, now)
        : factor.acceptRecovery(
            RecoveryCode.find(code).map(c -> sealing.hash(factor.person(), c)).orElse(""));
  }

  private Checked setUp(Counsellor person, SecondFactor factor, String code) {
    Instant now = clock.instant();
    if (TotpSecret.isCode(code) && factor.accept(code, sealing, now)) {
      List<String> codes = newRecoveryCodes(factor);
      log.write(person, SecondFactorAction.ENROL);
      return Checked.right(codes);
    }
    // the secret is on the caller's screen: what is said about the clock helps no guesser
    int drift = Math.toIntExact(WRONG_CLOCK.dividedBy(TotpSecret.STEP));
    OptionalLong elsewhere = factor.secret(sealing).findStep(code, now, 0, drift);
    if (elsewhere.isPresent()) {
      Duration off = TotpSecret.STEP.multipliedBy(elsewhere.getAsLong() - TotpSecret.stepAt(now));
      return Checked.wrong(
          refusal(
              "secondFactor.clock",
              Math.max(1, Math.round(off.abs().toSeconds() / 60.0)),
              off.isNegative() ? "behind" : "ahead",
              timeOfServer(now)));
    }
    return Checked.wrong(wrong(now));
  }

  /** New recovery codes in the place of the older ones, as they are printed. */
  List<String> newRecoveryCodes(SecondFactor factor) {
    List<RecoveryCode> codes = RecoveryCode.newSet();
    factor.confirm(
        codes.stream().map(c -> sealing.hash(factor.person(), c)).collect(Collectors.toSet()));
    return codes.stream().map(RecoveryCode::inGroups).toList();
  }

  private Refusal wrong(Instant now) {
    return refusal("secondFactor.wrong", timeOfServer(now));
  }

  private static Refusal refusal(String key, Object... arguments) {
    return Refusal.of(Kind.NOT_SIGNED_IN, key, arguments).with("field", "code");
  }

  /** So that a person can compare it with the clock of the phone. */
  private String timeOfServer(Instant now) {
    return LocalTime.ofInstant(
            now, offices.list().stream().findFirst().map(Office::zone).orElse(ZoneOffset.UTC))
        .format(DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT));
  }
}
