package de.lokalwillkommen.web.text;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Shows a page with a draft, to the editor who has the word for it: in this one answer, which the
 * administration may frame. Anything but reading a page is served without the draft.
 */
public class DraftGate implements Filter {

  /** The request parameter with the draft. */
  public static final String PARAMETER = "draft";

  private static final String POLICY = "Content-Security-Policy";

  @Inject private DraftTokens tokens;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    Optional<TextDraft> draft =
        Optional.of(asked)
            .filter(a -> "GET".equals(a.getMethod()))
            .map(a -> a.getParameter(PARAMETER))
            .flatMap(tokens::read);
    if (draft.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    letOwnPagesFrame((HttpServletResponse) response);
    draft.get().begin();
    try {
      chain.doFilter(request, response);
    } finally {
      TextDraft.end();
    }
  }

  private static void letOwnPagesFrame(HttpServletResponse response) {
    String policy = response.getHeader(POLICY);
    if (policy != null) {
      response.setHeader(
          POLICY, policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));
    }
  }
}
