package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.admin.security.AskingDeviceCookie;
import de.lokalwillkommen.core.calling.OpenVisits;
import de.lokalwillkommen.core.staff.SigningIn.Welcome;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a person goes on after signing in; remembers the counter for the next time. */
@RequestScoped
class Arrival {

  private OpenVisits visits;

  protected Arrival() {}

  @Inject
  Arrival(OpenVisits visits) {
    this.visits = visits;
  }

  /**
   * The address of the next page: of the console with visitors who are still at the counter, of the
   * question about a colleague at it, or of the form for a device whose code the person has
   * scanned.
   */
  String addressFor(
      Welcome welcome,
      Optional<String> office,
      Optional<String> counter,
      HttpServletRequest request,
      HttpServletResponse response) {
    new Workplace(office.orElse(null), counter.orElse(null)).remember(request, response);
    if (counter.isPresent() && welcome.who().counter().isEmpty()) {
      return questionAbout(counter.get(), request);
    }
    String start = AskingDeviceCookie.takePath(request, response).orElse("/");
    return request.getContextPath()
        + (visits.listOf(welcome.who()).isEmpty() ? start : "/console.xhtml?inherited=1");
  }

  /**
   * The same for a person who comes from another site, on whose way this server's other cookies do
   * not come along: the sign-in page, which knows them again, leads on.
   */
  String addressAcrossSites(
      Welcome welcome,
      Optional<String> office,
      Optional<String> counter,
      HttpServletRequest request,
      HttpServletResponse response) {
    new Workplace(office.orElse(null), counter.orElse(null)).remember(request, response);
    if (counter.isPresent() && welcome.who().counter().isEmpty()) {
      return questionAbout(counter.get(), request);
    }
    return request.getContextPath()
        + (visits.listOf(welcome.who()).isEmpty()
            ? "/sign-in.xhtml"
            : "/console.xhtml?inherited=1");
  }

  /** The question whether to share a counter at which a colleague works. */
  private static String questionAbout(String counter, HttpServletRequest request) {
    return request.getContextPath()
        + "/tandem.xhtml?counter="
        + URLEncoder.encode(counter, StandardCharsets.UTF_8);
  }

  /** Where a person goes on who is signed in already. */
  String addressFor(HttpServletRequest request, HttpServletResponse response) {
    return request.getContextPath() + AskingDeviceCookie.takePath(request, response).orElse("/");
  }
}
