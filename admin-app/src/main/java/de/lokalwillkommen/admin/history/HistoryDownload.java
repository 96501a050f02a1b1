package de.lokalwillkommen.admin.history;

import de.lokalwillkommen.admin.page.CsvFile;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.history.History;
import de.lokalwillkommen.core.history.HistoryQuery;
import de.lokalwillkommen.core.history.HistoryView;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Serves the changes that are asked for as a file, page by page so that it takes no memory. */
@WebServlet("/history.csv")
public class HistoryDownload extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Inject private transient History history;
  @Inject private transient HistoryRequest asked;
  @Inject private transient PageTexts texts;
  @Inject private transient CurrentUser me;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<HistoryView> page = read(Optional.empty());
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"history-" + asked.from() + "-" + asked.until() + ".csv\"");
    CsvFile file =
        new CsvFile(
            response.getWriter(),
            Stream.of("at", "office", "author", "roles", "kind", "key", "action", "before", "after")
                .map(column -> texts.of("history.file." + column))
                .toList());
    while (!page.isEmpty()) {
      for (HistoryView entry : page) {
        file.add(row(entry));
      }
      page = read(Optional.of(page.get(page.size() - 1).cursor()));
    }
  }

  private List<HistoryView> read(Optional<HistoryQuery.Cursor> after) {
    return history.list(me.get(), asked.query(after, HistoryQuery.MOST));
  }

  private static List<String> row(HistoryView entry) {
    return List.of(
        entry.at().toString(),
        entry.office(),
        entry.author().pseudonym(),
        entry.author().roles(),
        entry.kind(),
        entry.key(),
        entry.action(),
        entry.before(),
        entry.after());
  }
}
