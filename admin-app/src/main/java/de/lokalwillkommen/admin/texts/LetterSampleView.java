package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.admin.mail.LetterSample;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Shows a letter with invented data in the frame beside the form for a text. Mail programs ignore
 * style sheets, so a letter has its style inside; no other page of ours may.
 */
@WebServlet("/letter-sample")
public class LetterSampleView extends HttpServlet {

  private static final long serialVersionUID = 1;
  private static final String POLICY = "Content-Security-Policy";

  @Inject private transient LetterSample sample;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String key = Optional.ofNullable(request.getParameter("key")).orElse("");
    String language = Optional.ofNullable(request.getParameter("lang")).orElse("");
    String policy = response.getHeader(POLICY);
    if (policy != null) {
      response.setHeader(
          POLICY, policy.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
    }
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(sample.html(key, language));
  }
}
