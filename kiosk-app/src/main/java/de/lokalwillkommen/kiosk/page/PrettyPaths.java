package de.lokalwillkommen.kiosk.page;

import de.lokalwillkommen.web.page.OwnAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Forwards public addresses to the files of the pages, which cannot be requested directly. */
public class PrettyPaths extends HttpFilter {

  private static final String ATTRIBUTE = Address.class.getName();
  private static final Address NOWHERE = new Address(Address.View.OFFICES, "", "");

  /**
   * The parameter of Faces' own forms, which are not used here; with it Faces would not prepare the
   * page.
   */
  private static final String VIEW_STATE = "jakarta.faces.ViewState";

  /** Paths of other parts of this application. */
  private static final Set<String> OTHERS =
      Set.of("api", "ws", "live", "assets", "logo", "webjars", "pulse");

  /** The requested page. */
  static Address addressOf(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Address asked ? asked : NOWHERE;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = pathOf(request);
    if (OTHERS.contains(path.split("/", 3)[1])) {
      chain.doFilter(request, response);
      return;
    }
    if ("POST".equals(request.getMethod())) {
      // of another request the parameters may have been read, and are in UTF-8 anyway
      request.setCharacterEncoding(StandardCharsets.UTF_8.name());
    }
    if (request.getParameter(VIEW_STATE) != null) {
      // not sendError, since the error page is rendered by Faces, too
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    Optional<Address> address = Address.of(path);
    if (address.isEmpty()) {
      Address.ofBrokenLink(path).ifPresent(link -> request.setAttribute(ATTRIBUTE, link));
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (isForeign(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      request.setAttribute(ATTRIBUTE, address.get());
      request.getRequestDispatcher(address.get().view().path()).forward(request, response);
    }
  }

  /** Only a page of this server may post to one. */
  private static boolean isForeign(HttpServletRequest request) {
    return "POST".equals(request.getMethod()) && OwnAddress.isForeign(request, false);
  }

  private static String pathOf(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
