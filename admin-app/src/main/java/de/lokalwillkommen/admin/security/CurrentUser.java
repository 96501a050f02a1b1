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

/** The caller of this request, as recognised by {@link TokenMechanism}. */
@Named
@RequestScoped
public class CurrentUser {

  /**
   * What the mechanism stores in the request.
   *
   * @param who the person
   * @param token the token in the request
   * @param byCookie whether the token came in a cookie, so that another site's page may have caused
   *     the request
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
   * @throws Refused {@code NOT_SIGNED_IN} if the caller is not signed in
   */
  public SignedIn get() {
    return recognised().who();
  }

  /**
   * The token of the request, for signing out.
   *
   * @throws Refused {@code NOT_SIGNED_IN} if the caller is not signed in
   */
  public SecretToken token() {
    return recognised().token();
  }

  private Recognised recognised() {
    return Recognised.in(request)
        .orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "signIn.needed").asException());
  }
}
