package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The address of the current page in another language: the same office, week, day, list or form,
 * taken from the address or from the form that was sent.
 */
@Named
@RequestScoped
public class SamePage {

  /**
   * The parameters that identify the current view; those of an action or a notice are not repeated.
   */
  private static final List<String> PLACE =
      List.of(
          "office",
          "counter",
          "week",
          "day",
          "days",
          "show",
          "rule",
          "exception",
          "closure",
          "q",
          "person",
          "state");

  /** The code of a device, in its address; one that was typed into a form may be a secret. */
  private static final String CODE = "code";

  private HttpServletRequest request;

  protected SamePage() {}

  @Inject
  SamePage(HttpServletRequest request) {
    this.request = request;
  }

  /** The address of this page in a language. */
  public String in(Language language) {
    return Stream.concat(Stream.of(parameter(PageTexts.PARAMETER, language.tag())), place())
        .collect(Collectors.joining("&", "?", ""));
  }

  private Stream<String> place() {
    return Stream.concat(PLACE.stream(), Stream.of(CODE).filter(code -> isRead()))
        .filter(name -> request.getParameter(name) != null)
        .filter(name -> !request.getParameter(name).isBlank())
        .map(name -> parameter(name, request.getParameter(name)));
  }

  private boolean isRead() {
    return "GET".equals(request.getMethod());
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
