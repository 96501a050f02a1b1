package de.lokalwillkommen.admin.page;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.Section;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The links from a page to the sections that the person may open. */
@Named
@RequestScoped
public class Navigation {

  private CurrentUser me;
  private HttpServletRequest request;

  protected Navigation() {}

  @Inject
  Navigation(CurrentUser me, HttpServletRequest request) {
    this.me = me;
    this.request = request;
  }

  /**
   * A link.
   *
   * @param name the key of its name, below {@code section.}
   * @param icon the pictogram beside it
   * @param address the whole path
   * @param here whether the person is there already
   */
  public record Entry(String name, String icon, String address, boolean here) {}

  public List<Entry> getEntries() {
    return Section.listFor(me.get()).stream()
        .map(
            s ->
                new Entry(
                    s.name(),
                    s.icon(),
                    request.getContextPath() + s.path(),
                    s.includes(request.getServletPath())))
        .toList();
  }
}
