package de.lokalwillkommen.core.federation;

import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.staff.Access;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignInEnd;
import de.lokalwillkommen.core.staff.Staff;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Ends sign-ins here that have ended at the identity provider, and the other way round. */
@UseCase
public class SigningOutWithProvider {

  private Federation federation;
  private Staff staff;
  private Access access;
  private SessionSealing sealing;
  private Clock clock;

  protected SigningOutWithProvider() {}

  @Inject
  SigningOutWithProvider(
      Federation federation, Staff staff, Access access, SessionSealing sealing, Clock clock) {
    this.federation = federation;
    this.staff = staff;
    this.access = access;
    this.sealing = sealing;
    this.clock = clock;
  }

  /**
   * The session at the provider behind a sign-in.
   *
   * @param idToken the token with which the provider ends it without asking, if it is kept
   */
  public record Elsewhere(Optional<String> idToken) {

    @Override
    public String toString() {
      return "Elsewhere[…]";
    }
  }

  /** The session behind a sign-in; empty if it was made with a password. */
  public Optional<Elsewhere> find(SecretToken token) {
    return federation.findSession(token.hash()).map(s -> new Elsewhere(s.idToken(sealing)));
  }

  /** Ends the sign-ins that come from a session of the provider. */
  public void endSession(String issuer, String session) {
    Map<Long, Set<String>> tokens =
        federation.listSessions(ProviderAccount.sessionHash(issuer, session)).stream()
            .collect(
                Collectors.groupingBy(
                    ProviderSession::person,
                    Collectors.mapping(ProviderSession::tokenHash, Collectors.toSet())));
    tokens.forEach(
        (person, hashes) ->
            staff
                .findForChange(person)
                .ifPresent(p -> access.endThose(p, SignInEnd.PROVIDER, hashes)));
  }

  /**
   * Ends the sign-ins of an account that began before the provider said so: its message may be sent
   * again later, and must not end newer ones.
   *
   * @param ago how long ago it said so
   */
  public void endAll(String issuer, String subject, Duration ago) {
    federation
        .findAccount(ProviderAccount.hash(issuer, subject))
        .flatMap(account -> staff.findForChange(account.person()))
        .ifPresent(
            person ->
                access.endBegunBefore(person, SignInEnd.PROVIDER, clock.instant().minus(ago)));
  }
}
