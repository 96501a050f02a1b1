package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.core.texts.TextPlan;
import de.lokalwillkommen.core.texts.TextSettings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Serves the texts of a language that are listed as a file, to be translated elsewhere. */
@WebServlet({"/texts.xlf", "/texts.properties"})
public class TextsDownload extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Inject private transient TextPlan plan;
  @Inject private transient TextsRequest asked;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<TextSettings> texts = plan.list(asked.language(), asked.filter());
    boolean isXliff = request.getServletPath().endsWith(".xlf");
    response.setContentType((isXliff ? "application/xliff+xml" : "text/plain") + ";charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"texts-"
            + asked.language()
            + (isXliff ? ".xlf" : ".properties")
            + "\"");
    response
        .getWriter()
        .write(isXliff ? XliffFile.write(texts, asked.language()) : PropertiesFile.write(texts));
  }
}
