package de.lokalwillkommen.admin.today;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.overseeing.OrdersSeen;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.request.SentValues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The office whose day a request is about, and the orders that the person has seen. */
@RequestScoped
public class TodayRequest {

  private OfficeDirectory offices;
  private CommandParameters asked;
  private CurrentUser me;
  private ExternalContext browser;

  protected TodayRequest() {}

  @Inject
  TodayRequest(
      OfficeDirectory offices, CommandParameters asked, CurrentUser me, ExternalContext browser) {
    this.offices = offices;
    this.asked = asked;
    this.me = me;
    this.browser = browser;
  }

  /** The offices whose day the person leads, in the order in which they are shown. */
  List<OfficeProfile> offices() {
    return offices.list().stream()
        .filter(office -> me.get().may(Right.LEAD_DAY, office.id()))
        .toList();
  }

  /** The chosen office, else that in which the person works, else the first; empty without one. */
  Optional<OfficeProfile> find() {
    List<OfficeProfile> mine = offices();
    return asked
        .word("office")
        .or(() -> me.get().office())
        .flatMap(id -> mine.stream().filter(office -> office.id().equals(id)).findFirst())
        .or(() -> mine.stream().findFirst())
        .map(this::notAnother);
  }

  /** A form that was made for one office never changes another one. */
  private OfficeProfile notAnother(OfficeProfile found) {
    boolean isForAnother =
        FacesContext.getCurrentInstance().isPostback()
            && asked.word("office").filter(id -> !id.equals(found.id())).isPresent();
    if (isForAnother) {
      throw Refusal.of(Kind.NOT_ALLOWED, "office.notYours").asException();
    }
    return found;
  }

  OfficeProfile office() {
    return find().orElseThrow();
  }

  /** What the person had before the eyes; a request without it is refused as outdated. */
  OrdersSeen seen() {
    return new OrdersSeen(
        asked.day("seenDay").orElse(LocalDate.EPOCH),
        asked.word("seen").flatMap(SentValues::findNumber).orElse(-1));
  }

  /** Shows the day again, with a message about what was done. */
  void goOn(String done) throws IOException {
    goOn(done, "");
  }

  /** The same about a ticket and its last step. */
  void goOn(String done, TicketView ticket) throws IOException {
    goOn(done, "&ticket=" + ticket.id() + "&step=" + ticket.step());
  }

  private void goOn(String done, String more) throws IOException {
    browser.redirect(
        browser.getRequestContextPath()
            + "/today?office="
            + office().id()
            + "&done="
            + done
            + more);
  }
}
