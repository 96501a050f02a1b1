package de.lokalwillkommen.admin.console;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.signin.SignInPage;
import de.lokalwillkommen.core.calling.OpenVisits;
import de.lokalwillkommen.core.calling.Parting;
import de.lokalwillkommen.core.calling.Parting.Way;
import de.lokalwillkommen.core.ticketing.TicketView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Asks what happens to the visitors at the counter before their counsellor signs out. */
@Named
@RequestScoped
public class LeavingPage {

  private OpenVisits visits;
  private TransferForm transfer;
  private SignInPage signIn;
  private CommandParameters asked;
  private CurrentUser me;

  protected LeavingPage() {}

  @Inject
  LeavingPage(
      OpenVisits visits,
      TransferForm transfer,
      SignInPage signIn,
      CommandParameters asked,
      CurrentUser me) {
    this.visits = visits;
    this.transfer = transfer;
    this.signIn = signIn;
    this.asked = asked;
    this.me = me;
  }

  /** Redirects a counsellor without a visitor, who has nothing to decide. */
  public String enter() {
    return getVisits().isEmpty() ? "start?faces-redirect=true" : null;
  }

  /** Applies the choice made for each visitor, and signs out; gives the view to show. */
  public String leave() throws IOException {
    return signIn.signOutAfter(this::chosenFor);
  }

  private Optional<Parting> chosenFor(TicketView visit) {
    return asked
        .word("what-" + visit.id())
        .flatMap(word -> getWays(visit).stream().filter(w -> w.name().equals(word)).findFirst())
        .map(way -> new Parting(way, asked.number("to-" + visit.id())));
  }

  /** Whether that was chosen for the visitor before another choice was refused. */
  public boolean isChosen(TicketView visit, Way way) {
    return chosenFor(visit).map(Parting::way).filter(way::equals).isPresent();
  }

  /** Whether that counter was chosen for the visitor. */
  public boolean isChosenFor(TicketView visit, Object counter) {
    return asked.word("to-" + visit.id()).filter(counter.toString()::equals).isPresent();
  }

  public List<TicketView> getVisits() {
    return visits.listOf(me.get());
  }

  /** The choices available for that visitor. */
  public List<Way> getWays(TicketView visit) {
    return Way.listFrom(visit.status());
  }

  /** The other counters of the office. */
  public List<SelectItem> getCounters() {
    return transfer.getCounters();
  }
}
