package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.OfficePlan;
import de.lokalwillkommen.core.arranging.OfficeSettings;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.web.request.SentValues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The office that a request is about, and what its forms have sent. */
@RequestScoped
public class OfficesRequest {

  private static final String OFFICE = "office";

  private HttpServletRequest request;
  private ExternalContext browser;
  private OfficePlan plan;
  private CurrentUser me;
  private OfficeSettings settings;

  protected OfficesRequest() {}

  @Inject
  OfficesRequest(
      HttpServletRequest request, ExternalContext browser, OfficePlan plan, CurrentUser me) {
    this.request = request;
    this.browser = browser;
    this.plan = plan;
    this.me = me;
  }

  /**
   * The office as the database has it now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code NOT_ALLOWED} if the person may not
   *     arrange it, {@code UNKNOWN} if there is none
   */
  OfficeSettings office() {
    if (settings == null) {
      String id = word(OFFICE).orElse("");
      if (!me.get().may(Right.ARRANGE_OFFICE, id)) {
        throw Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException();
      }
      settings = plan.get(id);
    }
    return settings;
  }

  /** The version that the form was made from; that of now if nothing was sent. */
  int version() {
    return word("version").flatMap(SentValues::findNumber).orElseGet(() -> office().version());
  }

  /** Whether a form was sent. */
  boolean isSent() {
    return word("version").isPresent();
  }

  Optional<String> word(String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
  }

  /** All values that were sent under that name. */
  List<String> all(String name) {
    return Stream.ofNullable(request.getParameterValues(name)).flatMap(Stream::of).toList();
  }

  /** The impacts of which the person has been told. */
  Set<String> told() {
    return Set.copyOf(all("told"));
  }

  int number(String field, String entered) {
    return SentValues.findNumber(entered).orElseThrow(() -> refused(field));
  }

  Optional<LocalDate> day(String field, String entered) {
    return Optional.ofNullable(entered)
        .filter(text -> !text.isBlank())
        .map(text -> SentValues.findDay(text).orElseThrow(() -> refused(field)));
  }

  RuntimeException refused(String field) {
    return Refusal.of(Kind.INVALID, "office." + field).with("field", field).asException();
  }

  /** Shows the office again, with a message about what was done. */
  void goOn(String office, String done) throws IOException {
    browser.redirect(
        browser.getRequestContextPath() + "/office?office=" + office + "&done=" + done);
  }
}
