package de.lokalwillkommen.display;

import com.samskivert.mustache.Template;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.page.Assets;
import de.lokalwillkommen.web.page.Branding;
import de.lokalwillkommen.web.page.Recognised;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The page of a display: the same for all but for its office and its language. For an unknown
 * office it shows the existing ones.
 */
@WebServlet("/")
public class BoardPage extends HttpServlet {

  private transient Template template;
  @Inject private transient OfficeDirectory offices;
  @Inject private transient DisplayGate gate;
  @Inject private transient PairedDisplays displays;
  @Inject private transient Texts texts;
  @Inject private transient Assets assets;
  @Inject private transient Installation installation;
  @Inject private transient Branding branding;

  @Override
  public void init() {
    template = Templates.read("/board.html");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Optional<OfficeProfile> office = offices.find(officeIn(request.getServletPath()));
    if (office.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      request.getRequestDispatcher("/").forward(request, response);
      return;
    }
    if (gate.pair(office.get().id(), request, response)) {
      response.sendRedirect(request.getContextPath() + "/" + office.get().id());
      return;
    }
    if (!displays.admit(office.get().id(), request, response)) {
      return;
    }
    boolean isPaired = gate.isPaired(office.get().id(), request);
    if (isPaired) {
      Recognised.tellNoted(request, response);
    }
    gate.giveBadge(request, response);
    Language language = texts.language(request.getParameter(PageTexts.PARAMETER));
    String name = texts.office(language, office.get().id(), office.get().name()).text();
    response.setContentType("text/html;charset=UTF-8");
    template.execute(
        Map.of(
            "office", office.get().id(),
            "officeName", name,
            "officeBriefly", BoardWords.nameOf(name),
            "zone", office.get().zone().getId(),
            "assets", assets.getBase(),
            "demo", installation.isDemo(),
            "texts", texts.version(),
            "reports", isPaired ? request.getContextPath() + "/api/v1/devices/report" : "",
            "branding", branding,
            "t", TemplateTexts.of(texts, language)),
        response.getWriter());
  }

  /** The address with or without a slash at the end. */
  private static String officeIn(String path) {
    return path.substring(1, path.length() - (path.endsWith("/") ? 1 : 0));
  }
}
