package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.web.page.OwnCookie;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Stores the chosen language in a cookie, so that it applies to every page and to requests in the
 * background.
 */
public class PageLanguage implements Filter {

  static final String COOKIE = "lw_language";

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
      OwnCookie.find(COOKIE, page).ifPresent(texts::speak);
    } else {
      OwnCookie.keep(
          COOKIE,
          texts.getLanguage().tag(),
          OwnCookie.A_YEAR,
          page,
          (HttpServletResponse) response);
    }
    chain.doFilter(request, response);
  }
}
