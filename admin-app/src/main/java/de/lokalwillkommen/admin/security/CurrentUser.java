package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who asks, as {@link TokenMechanism} has recognised them for this one request. */
@Named("me")
@RequestScoped
public class CurrentUser {

  /**
   * What the mechanism leaves with the request.
   *
   * @param who the person
   * @param token what they showed
   * @param byCookie whether the browser sent it by itself, so that a page of somebody else may be
   *     behind the request
   */
  record Recognised(SignedIn who, SecretToken token, boolean byCookie) {

    private static final String ATTRIBUTE = Recognised.class.getName();

    void leaveWith(HttpServletRequest request) {
      request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Recognised> in(HttpServletRequest request) {
      return Optional.ofNullable((Recognised) request.getAttribute(ATTRIBUTE));
    }
  }

  private HttpServletRequest request;

  protected CurrentUser() {}

  @Inject
  CurrentUser(HttpServletRequest request) {
    this.request = request;
  }

  /** The person, if one is signed in. */
  public Optional<SignedIn> signIn() {
    return Recognised.in(request).map(Recognised::who);
  }

  /**
   * The person.
   *
   * @throws Refused {@code NOT_SIGNED_IN} if nobody is
   */
  public SignedIn get() {
    return recognised().who();
  }

  /**
   * The token that was shown, for signing out.
   *
   * @throws Refused {@code NOT_SIGNED_IN} if nobody is signed in
   */
  public SecretToken token() {
    return recognised().token();
  }

  private Recognised recognised() {
    return Recognised.in(request)
        .orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "signIn.needed").asException());
  }
}
