package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.web.page.OwnCookie;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Stores the chosen language in a cookie, so that it applies to every page and to requests in the
 * background.
 */
public class PageLanguage implements Filter {

  static final String COOKIE = "lw_language";

  private static final Duration KEPT = Duration.ofDays(365);

  @Inject private PageTexts texts;

  public PageLanguage() {}

  PageLanguage(PageTexts texts) {
    this.texts = texts;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest page = (HttpServletRequest) request;
    if (page.getParameter(PageTexts.PARAMETER) == null) {
      Stream.ofNullable(page.getCookies())
          .flatMap(Stream::of)
          .filter(c -> c.getName().equals(OwnCookie.nameOf(COOKIE, page)))
          .findFirst()
          .ifPresent(c -> texts.speak(c.getValue()));
    } else {
      ((HttpServletResponse) response).addCookie(cookie(texts.getLanguage().tag(), page));
    }
    chain.doFilter(request, response);
  }

  private static Cookie cookie(String tag, HttpServletRequest request) {
    Cookie cookie = OwnCookie.named(COOKIE, tag, request);
    cookie.setMaxAge(Math.toIntExact(KEPT.toSeconds()));
    return cookie;
  }
}
