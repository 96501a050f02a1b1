package de.lokalwillkommen.kiosk;

import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where the visitor is: which page, in which language, with which aids. All of it stands in the
 * address, so that nothing remains when the address changes.
 */
@Named("here")
@RequestScoped
public class Here {

  private HttpServletRequest request;
  private PageTexts texts;
  private Set<Aid> aids;

  protected Here() {}

  @Inject
  Here(HttpServletRequest request, PageTexts texts) {
    this.request = request;
    this.texts = texts;
    this.aids = Aid.read(request.getParameter(Aid.PARAMETER));
  }

  /** The page that was asked for, even if another one has to be shown in its place. */
  Address address() {
    return PrettyPaths.addressOf(request);
  }

  public String getOffice() {
    return address().office();
  }

  public String getToken() {
    return address().token();
  }

  /** This page's own path, without language and aids. */
  public String getPath() {
    return pathTo(address());
  }

  /** Where every visit begins: in German, without aids. */
  public String getStart() {
    return getOffice().isEmpty()
        ? pathTo(new Address(Address.View.OFFICES, "", ""))
        : startOf(getOffice());
  }

  /** Where every visit of an office's kiosk begins. */
  public String startOf(String office) {
    return pathTo(Address.home(office));
  }

  /** Whether nothing has been chosen yet. */
  public boolean isUntouched() {
    return aids.isEmpty() && isFirst(texts.getLanguage());
  }

  public List<Aid> getAids() {
    return List.of(Aid.values());
  }

  /** Those that are on, as the parameter names them. */
  public String getView() {
    return Aid.write(aids);
  }

  /** Whether an aid is on. */
  public boolean uses(Aid aid) {
    return aids.contains(aid);
  }

  /** The parameter that differs from the present one by that aid. */
  public String viewSwitching(Aid aid) {
    Set<Aid> switched = EnumSet.noneOf(Aid.class);
    switched.addAll(aids);
    if (!switched.remove(aid)) {
      switched.add(aid);
    }
    return Aid.write(switched);
  }

  /** This page in another language. */
  public String inLanguage(Language language) {
    return getPath() + query(language);
  }

  /** Another page in the same language with the same aids. */
  String goingTo(Address other) {
    return pathTo(other) + query(texts.getLanguage());
  }

  private String pathTo(Address address) {
    return request.getContextPath() + address.path();
  }

  private String query(Language language) {
    String lang = isFirst(language) ? "" : PageTexts.PARAMETER + "=" + language.tag();
    String view = aids.isEmpty() ? "" : Aid.PARAMETER + "=" + getView();
    String both = lang + (lang.isEmpty() || view.isEmpty() ? "" : "&") + view;
    return both.isEmpty() ? "" : "?" + both;
  }

  private static boolean isFirst(Language language) {
    return language.tag().equals(Texts.FIRST);
  }
}
