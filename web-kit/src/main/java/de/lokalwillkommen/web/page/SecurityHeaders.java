package de.lokalwillkommen.web.page;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Puts the security headers on every answer: everything comes from this server, nothing is inline,
 * no site may frame a page, and no address is sent to other sites. Pages and answers are not cached
 * unless they say so themselves, as assets do.
 *
 * <p>
 *
 * <p>Every answer also has the mark of this server: a page's script replaces its content only by an
 * answer with that mark, and not by that of a proxy or of a public network's sign-in.
 */
public class SecurityHeaders implements Filter {

  /** The header that marks every answer of this server. */
  private static final String MARK = "X-LW";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " media-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'; object-src 'none'";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader(MARK, "1");
    answer.setHeader("Content-Security-Policy", POLICY);
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Referrer-Policy", "no-referrer");
    answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    answer.setHeader(
        "Permissions-Policy", "camera=(), microphone=(), geolocation=(), autoplay=(self)");
    answer.setHeader("Cache-Control", "no-store");
    if (((HttpServletRequest) request).isSecure()) {
      answer.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    chain.doFilter(request, response);
  }
}
