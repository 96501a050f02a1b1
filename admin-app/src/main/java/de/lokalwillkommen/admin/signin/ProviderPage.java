package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.admin.provider.Flow;
import de.lokalwillkommen.admin.provider.FlowCookie;
import de.lokalwillkommen.admin.provider.IdentityProvider;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.SignInCookie;
import de.lokalwillkommen.core.federation.SigningOutWithProvider.Elsewhere;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page between this server and the identity provider. It leads on by itself, since a redirect
 * would not do: browsers take a redirect on the way from another site for that site's request and
 * keep the sign-in back, and the content policy forbids one from a form to another site.
 */
@Named
@RequestScoped
public class ProviderPage {

  /** The view that shows this page. */
  static final String VIEW = "provider";

  private IdentityProvider provider;
  private ProviderDesk desk;
  private FlowCookie flows;
  private Arrival arrival;
  private CurrentUser me;
  private ExternalContext browser;

  private String next = "";
  private String lead = "provider.going";

  protected ProviderPage() {}

  @Inject
  ProviderPage(
      IdentityProvider provider,
      ProviderDesk desk,
      FlowCookie flows,
      Arrival arrival,
      CurrentUser me,
      ExternalContext browser) {
    this.provider = provider;
    this.desk = desk;
    this.flows = flows;
    this.arrival = arrival;
    this.me = me;
    this.browser = browser;
  }

  /**
   * Leads to the provider.
   *
   * @return the view to show
   * @throws Refused {@code UNAVAILABLE} while the provider does not answer
   */
  String begin(Optional<String> office, Optional<String> counter) {
    Flow flow = Flow.begin(office, counter);
    next = provider.signInAddress(flow);
    flows.put(flow, request(), response());
    return VIEW;
  }

  /**
   * Signs in with what the provider has answered, and leads on. There is no such page without a
   * provider.
   *
   * @throws Refused as {@link ProviderDesk#signIn} says
   */
  public void arrive() throws IOException {
    if (!provider.isConfigured()) {
      browser.responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
      FacesContext.getCurrentInstance().responseComplete();
      return;
    }
    Optional<Flow> flow = flows.take(request(), response());
    Map<String, List<String>> parameters =
        request().getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
    Welcome welcome = desk.signIn(flow, parameters, request());
    // not marked as known: the marks of others do not come along on this way, and would be lost
    SignInCookie.put(welcome.token(), request(), response());
    lead = "provider.arrived";
    Flow begun = flow.orElseThrow();
    next =
        arrival.addressAcrossSites(welcome, begun.office(), begun.counter(), request(), response());
  }

  /**
   * Prepares to lead to the provider after the sign-out here, if the sign-in has come from there.
   * The provider is asked before: after it, the page that is open should be left without delay.
   *
   * @return whether there is something to show
   */
  boolean prepareSignOut() {
    Optional<Elsewhere> session = desk.findSession(me.token());
    session.ifPresent(this::prepareSignOut);
    return session.isPresent();
  }

  private void prepareSignOut(Elsewhere session) {
    lead = "provider.leaving";
    next = signInPage();
    try {
      provider.signOutAddress(session).ifPresent(address -> next = address);
    } catch (Refused away) {
      next = "";
      lead = "provider.leftHere";
    }
  }

  /** Where the page leads on by itself; the empty string if it does not. */
  public String getNext() {
    return next;
  }

  /** The key of the sentence that says what happens. */
  public String getLead() {
    return lead;
  }

  /** The address of the sign-in page. */
  public String getBack() {
    return signInPage();
  }

  private String signInPage() {
    return browser.getRequestContextPath() + "/sign-in.xhtml";
  }

  private HttpServletRequest request() {
    return (HttpServletRequest) browser.getRequest();
  }

  private HttpServletResponse response() {
    return (HttpServletResponse) browser.getResponse();
  }
}
