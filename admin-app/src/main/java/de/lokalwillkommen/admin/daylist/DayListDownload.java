package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CurrentWorkplace;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves the content of the day list as a file. */
@WebServlet("/day-list.csv")
public class DayListDownload extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Inject private transient DayListFile file;
  @Inject private transient DayListView view;
  @Inject private transient CurrentWorkplace here;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!here.isSomewhere()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    view.load();
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + here.getOfficeId() + "-" + view.getDay() + ".csv\"");
    file.write(view.getRows(), response.getWriter());
  }
}
