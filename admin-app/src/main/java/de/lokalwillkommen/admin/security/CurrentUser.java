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
  record Caller(SignedIn who, SecretToken token, boolean byCookie) {

    private static final String ATTRIBUTE = Caller.class.getName();

    void leaveWith(HttpServletRequest request) {
      request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Caller> in(HttpServletRequest request) {
      return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }
  }

  private HttpServletRequest request;

  protected CurrentUser() {}

  @Inject
  CurrentUser(HttpServletRequest request) {
    this.request = request;
  }

  /** The token of the person who sent a request, if one is signed in. */
  public static Optional<SecretToken> findToken(HttpServletRequest request) {
    return Caller.in(request).map(Caller::token);
  }

  /** The person, if one is signed in. */
  public Optional<SignedIn> signIn() {
    return Caller.in(request).map(Caller::who);
  }

  /**
   * The person.
   *
   * @throws Refused {@code NOT_SIGNED_IN} if the caller is not signed in
   */
  public SignedIn get() {
    return caller().who();
  }

  /**
   * The token of the request, for signing out.
   *
   * @throws Refused {@code NOT_SIGNED_IN} if the caller is not signed in
   */
  public SecretToken token() {
    return caller().token();
  }

  private Caller caller() {
    return Caller.in(request)
        .orElseThrow(() -> Refusal.of(Kind.NOT_SIGNED_IN, "signIn.needed").asException());
  }
}
