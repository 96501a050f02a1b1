package de.lokalwillkommen.web.away;

import de.lokalwillkommen.web.page.Assets;
import de.lokalwillkommen.web.page.OwnCookie;
import de.lokalwillkommen.web.rest.Problem;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer to requests while the database is away: programs get a problem (RFC 9457), people a
 * page in their language that retries automatically.
 */
@ApplicationScoped
public class AwayAnswer {

  /** The cookie in which a chosen language is stored. */
  private static final String LANGUAGE_COOKIE = "lw_language";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%1$s" dir="%2$s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>%3$s</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="%5$s/css/tokens.css">
      <link rel="stylesheet" href="%5$s/fonts/fonts.css">
      <link rel="stylesheet" href="%5$s/css/base.css">
      <link rel="stylesheet" href="%5$s/css/away.css">
      <script type="module" src="%5$s/js/away.js"></script>
      </head>
      <body class="away"><main role="status"><h1>%3$s</h1><p>%4$s</p></main></body>
      </html>
      """;

  private Texts texts;
  private Assets assets;

  protected AwayAnswer() {}

  @Inject
  AwayAnswer(Texts texts, Assets assets) {
    this.texts = texts;
    this.assets = assets;
  }

  /** Answers with 503. */
  public void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Language language = languageOf(request);
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", Integer.toString(Problem.RETRY_SECONDS));
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Language", language.tag());
    boolean people = isForPeople(request);
    response.setContentType(people ? "text/html;charset=UTF-8" : Problem.MEDIA_TYPE);
    byte[] body =
        (people ? page(language) : Problem.ofAbsentDatabase().toJson(texts, language))
            .getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    if (!"HEAD".equals(request.getMethod())) {
      response.getOutputStream().write(body);
    }
  }

  private String page(Language language) {
    return String.format(
        Locale.ROOT,
        PAGE,
        language.tag(),
        language.dir(),
        texts.get(language, "away.title"),
        texts.get(language, "away.text"),
        assets.getBase());
  }

  private static boolean isForPeople(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Accept"))
            .filter(accept -> accept.contains("text/html"))
            .isPresent()
        && !request.getRequestURI().contains("/api/");
  }

  private Language languageOf(HttpServletRequest request) {
    return Stream.concat(
            Stream.ofNullable(request.getParameter(PageTexts.PARAMETER)),
            OwnCookie.list(LANGUAGE_COOKIE, request))
        .flatMap(tag -> texts.find(tag).stream())
        .findFirst()
        .orElseGet(() -> texts.negotiate(request.getHeader("Accept-Language")));
  }
}
