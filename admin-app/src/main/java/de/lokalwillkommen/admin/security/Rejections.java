package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.web.rest.Problem;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Rejects requests at the {@link AccessGate}, each in its own format: programs get a problem (RFC
 * 9457), a page's script is told to reload the page, people are redirected to the sign-in.
 */
@ApplicationScoped
public class Rejections {

  private static final String RELOAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + "<partial-response><redirect url=\"%s\"></redirect></partial-response>";

  /** The parameter that tells the sign-in page that the browser was signed in until now. */
  public static final String ENDED = "ended";

  private Texts texts;

  protected Rejections() {}

  @Inject
  Rejections(Texts texts) {
    this.texts = texts;
  }

  void away(
      Refusal refusal, AccessArea area, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean stranger = refusal.kind() == Kind.NOT_SIGNED_IN;
    if (area.isForPrograms()) {
      answer(refusal, request, response);
    } else if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml;charset=UTF-8");
      String to = stranger ? pageAfterEnd(request, "/") : request.getContextPath() + "/";
      response.getWriter().write(String.format(Locale.ROOT, RELOAD, to));
    } else if (stranger) {
      AskingDeviceCookie.keep(request, response);
      response.sendRedirect(pageAfterEnd(request, AccessArea.SIGN_IN));
    } else {
      response.sendError(
          refusal.kind() == Kind.UNKNOWN
              ? HttpServletResponse.SC_NOT_FOUND
              : HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /**
   * Redirects a browser with an invalid token to the sign-in with the reason why it is signed out.
   */
  private static String pageAfterEnd(HttpServletRequest request, String otherwise) {
    boolean wasSignedIn = SignInCookie.read(request).isPresent();
    return request.getContextPath()
        + (wasSignedIn ? AccessArea.SIGN_IN + "?" + ENDED + "=yes" : otherwise);
  }

  private void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Language language = texts.negotiate(request.getHeader("Accept-Language"));
    Problem problem = Problem.of(refusal, texts, language);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader("Content-Language", language.tag());
    if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    byte[] body = problem.toJson(texts, language).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
