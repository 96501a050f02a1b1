package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.OfficePlan;
import de.lokalwillkommen.core.arranging.OfficeSettings;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.rest.Problem;
import de.lokalwillkommen.web.security.SecurityLog;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The office that a request is about, and what its forms have sent. */
@RequestScoped
public class OfficesRequest {

  private static final String OFFICE = "office";
  private static final String FIELD = "field";
  private static final String CHANGED_MEANWHILE = "office.changedMeanwhile";

  private HttpServletRequest request;
  private ExternalContext browser;
  private OfficePlan plan;
  private CurrentUser me;
  private SecurityLog log;
  private OfficeSettings settings;
  private boolean outdated;

  protected OfficesRequest() {}

  @Inject
  OfficesRequest(
      HttpServletRequest request,
      ExternalContext browser,
      OfficePlan plan,
      CurrentUser me,
      SecurityLog log) {
    this.request = request;
    this.browser = browser;
    this.plan = plan;
    this.me = me;
    this.log = log;
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

  /** Answers with an error page if there is no such office, or the person may not arrange it. */
  void requireOffice() throws IOException {
    try {
      office();
    } catch (Refused refused) {
      log.writeIfNotAllowed(refused.refusal(), request);
      browser.responseSendError(Problem.statusOf(refused.refusal().kind()), "");
      FacesContext.getCurrentInstance().responseComplete();
    }
  }

  /**
   * The version that the form is made from: as sent, until the person has been told of a later one.
   */
  int version() {
    return outdated
        ? office().version()
        : word("version").flatMap(SentValues::findNumber).orElseGet(() -> office().version());
  }

  /** Whether another person has saved a change since the form was made. */
  boolean isOutdated() {
    return outdated;
  }

  /** Makes a change of the version that the person has seen. */
  <T> T change(IntFunction<T> change) {
    try {
      return change.apply(version());
    } catch (Refused refused) {
      outdated = refused.refusal().key().equals(CHANGED_MEANWHILE);
      if (outdated) {
        settings = null;
      }
      throw refused;
    }
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
    return Refusal.of(Kind.INVALID, "office." + field).with(FIELD, field).asException();
  }

  /** Reads a row of a form, so that a refusal names the field of that row. */
  static <T> T ofRow(Object row, Supplier<T> read) {
    try {
      return read.get();
    } catch (Refused refused) {
      Refusal refusal = refused.refusal();
      throw refusal.with(FIELD, refusal.facts().get(FIELD) + "-" + row).asException();
    }
  }

  /** Shows a part of the office again, with a message about what was done. */
  void goOn(String office, String part, String done) throws IOException {
    browser.redirect(
        browser.getRequestContextPath()
            + "/office?office="
            + office
            + "&show="
            + part
            + "&done="
            + done);
  }
}
