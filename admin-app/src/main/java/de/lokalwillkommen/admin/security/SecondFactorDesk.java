package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.people.OwnAccount;
import de.lokalwillkommen.core.secondfactor.UsingSecondFactor;
import de.lokalwillkommen.core.secondfactor.UsingSecondFactor.Done;
import de.lokalwillkommen.core.staff.Credentials;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Changing the own second factor: wrong passwords and codes count as those of signing in do, so
 * that an open console is no place to guess them. Written to the security log.
 */
@ApplicationScoped
public class SecondFactorDesk {

  private UsingSecondFactor using;
  private OwnAccount own;
  private SignInThrottle throttle;
  private KnownBrowsers browsers;
  private Networks networks;
  private SecurityLog log;

  protected SecondFactorDesk() {}

  @Inject
  SecondFactorDesk(
      UsingSecondFactor using,
      OwnAccount own,
      SignInThrottle throttle,
      KnownBrowsers browsers,
      Networks networks,
      SecurityLog log) {
    this.using = using;
    this.own = own;
    this.throttle = throttle;
    this.browsers = browsers;
    this.networks = networks;
    this.log = log;
  }

  /**
   * Puts the proposed second factor into force.
   *
   * @param password the present password: an open console alone sets nothing up
   * @return the recovery codes
   * @throws Refused {@code NOT_SIGNED_IN} for a wrong password or code, {@code TOO_OFTEN} after too
   *     many
   */
  public List<String> confirm(
      CurrentUser me, String password, String code, HttpServletRequest request) {
    String login = me.get().login();
    boolean known = browsers.findMark(login, request).isPresent();
    return run(
        me,
        request,
        "enrolled",
        () -> {
          own.requirePassword(me.get(), new Credentials(login, password, known));
          return using.confirm(me.get(), code);
        });
  }

  /**
   * Makes new recovery codes.
   *
   * @throws Refused as {@link #confirm} says
   */
  public List<String> renew(CurrentUser me, String code, HttpServletRequest request) {
    return run(me, request, "recovery", () -> using.renewRecoveryCodes(me.get(), code));
  }

  /**
   * Removes the second factor.
   *
   * @throws Refused as {@link #confirm} says
   */
  public void remove(CurrentUser me, String code, HttpServletRequest request) {
    run(me, request, "removed", () -> using.remove(me.get(), code));
  }

  private List<String> run(
      CurrentUser me, HttpServletRequest request, String what, Supplier<Done> attempt) {
    String login = me.get().login();
    try {
      Done done =
          throttle.admit(
              login,
              browsers.findMark(login, request),
              networks.find(request),
              () -> requireRight(attempt.get()));
      log.write(SecurityEvent.SECOND_FACTOR_CHANGED, Optional.of(login), what, request);
      return done.recoveryCodes();
    } catch (Refused refused) {
      note(refused, login, request);
      throw refused;
    }
  }

  private static Done requireRight(Done done) {
    done.objection()
        .ifPresent(
            objection -> {
              throw objection.asException();
            });
    return done;
  }

  private void note(Refused refused, String login, HttpServletRequest request) {
    Kind kind = refused.refusal().kind();
    if (kind == Kind.NOT_SIGNED_IN || kind == Kind.TOO_OFTEN) {
      SecurityEvent event =
          kind == Kind.TOO_OFTEN ? SecurityEvent.SIGN_IN_SLOWED : SecurityEvent.SIGN_IN_FAILED;
      log.write(event, Optional.of(login), refused.refusal().key(), request);
    }
  }
}
