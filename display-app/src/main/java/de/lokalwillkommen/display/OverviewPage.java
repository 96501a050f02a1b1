package de.lokalwillkommen.display;

import com.samskivert.mustache.Template;
import de.lokalwillkommen.core.board.OfficeOverviews;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.page.Assets;
import de.lokalwillkommen.web.page.Branding;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * All offices on one page: open or closed, the expected wait, and links to their kiosks and boards.
 * It is in the requested language, or else in the best one for the browser. A display begins here
 * with the parameter {@code pair}.
 */
@WebServlet("")
public class OverviewPage extends HttpServlet {

  private transient Template template;
  @Inject private transient OfficeOverviews overviews;
  @Inject private transient OfficeCards cards;
  @Inject private transient PairedDisplays displays;
  @Inject private transient Texts texts;
  @Inject private transient Assets assets;
  @Inject private transient Installation installation;
  @Inject private transient Branding branding;

  @Override
  public void init() {
    template = Templates.read("/overview.html");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getParameter(PairedDisplays.PARAMETER) != null) {
      displays.begin(request, response);
      return;
    }
    Language language = languageOf(request);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Content-Language", language.tag());
    response.setHeader("Vary", "Accept-Language");
    template.execute(
        Map.of(
            "language", language,
            "languages", texts.languages().stream().map(l -> choice(l, language)).toList(),
            "offices", offices(language),
            "unknown", response.getStatus() == HttpServletResponse.SC_NOT_FOUND,
            "assets", assets.getBase(),
            "demo", installation.isDemo(),
            "branding", branding,
            "legal", branding.getLegal().stream().map(page -> link(page, language)).toList(),
            "t", TemplateTexts.of(texts, language)),
        response.getWriter());
  }

  private Language languageOf(HttpServletRequest request) {
    return texts
        .find(request.getParameter(PageTexts.PARAMETER))
        .orElseGet(() -> texts.negotiate(request.getHeader("Accept-Language")));
  }

  private List<OfficeCard> offices(Language language) {
    return overviews.list().stream().map(office -> cards.card(office, language)).toList();
  }

  private Map<String, String> link(Branding.Legal page, Language language) {
    return Map.of("address", page.address(), "label", texts.get(language, "legal." + page.name()));
  }

  private static Map<String, Object> choice(Language language, Language current) {
    return Map.of("language", language, "current", language.equals(current));
  }
}
