package de.lokalwillkommen.admin.page;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Lets Faces render the error page as an initial request, whatever request has failed. Otherwise
 * Faces would treat the refused form as a postback of the error page, look for the fields that
 * PrimeFaces adds to forms, and fail again.
 */
public class ErrorPageRequest implements Filter {

  private static final Set<String> OF_A_FORM =
      Set.of("faces-request", "content-type", "content-length");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new CommandParameters((HttpServletRequest) request), response);
  }

  private static final class CommandParameters extends HttpServletRequestWrapper {

    CommandParameters(HttpServletRequest failed) {
      super(failed);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public String getParameter(String name) {
      return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.emptyEnumeration();
    }

    @Override
    public String[] getParameterValues(String name) {
      return null;
    }

    @Override
    public String getContentType() {
      return null;
    }

    @Override
    public String getHeader(String name) {
      return OF_A_FORM.contains(name.toLowerCase(Locale.ROOT)) ? null : super.getHeader(name);
    }
  }
}
