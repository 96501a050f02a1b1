package de.lokalwillkommen.admin;

import de.lokalwillkommen.admin.security.Me;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.calling.OpenVisits;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Transfer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks what is to happen to the visitors at the counter before their counsellor signs out. */
@Named("leaving")
@RequestScoped
public class LeavingPage {

  private OpenVisits visits;
  private CallingTickets calling;
  private TransferForm transfer;
  private SignInPage signIn;
  private Asked asked;
  private Me me;

  protected LeavingPage() {}

  @Inject
  LeavingPage(
      OpenVisits visits,
      CallingTickets calling,
      TransferForm transfer,
      SignInPage signIn,
      Asked asked,
      Me me) {
    this.visits = visits;
    this.calling = calling;
    this.transfer = transfer;
    this.signIn = signIn;
    this.asked = asked;
    this.me = me;
  }

  /** What can be done with a visit. */
  public enum Way {
    /** The visitor has been served. */
    DONE(TicketStatus.SERVING),
    /** The visitor did not come. */
    MISSED(TicketStatus.CALLED),
    /** The visitor waits again, at the previous place in the line. */
    BACK(TicketStatus.CALLED, TicketStatus.SERVING),
    /** A colleague at another counter takes the visitor over. */
    HAND_ON(TicketStatus.CALLED, TicketStatus.SERVING);

    private final List<TicketStatus> from;

    Way(TicketStatus... from) {
      this.from = List.of(from);
    }
  }

  /** Redirects a counsellor without a visitor, who has nothing to decide. */
  public String enter() {
    return getVisits().isEmpty() ? "start?faces-redirect=true" : null;
  }

  /** Applies the choice made for each visitor, and signs out. */
  public void leave() throws IOException {
    List<TicketView> open = getVisits();
    if (open.stream().anyMatch(visit -> chosenFor(visit).isEmpty())) {
      throw Refusal.of(Kind.INVALID, "leaving.choose").asException();
    }
    for (TicketView visit : open) {
      end(visit, chosenFor(visit).get());
    }
    signIn.signOut();
  }

  private Optional<Way> chosenFor(TicketView visit) {
    return asked
        .word("what-" + visit.id())
        .flatMap(word -> getWays(visit).stream().filter(w -> w.name().equals(word)).findFirst());
  }

  /** Whether that was chosen for the visitor before something else was refused. */
  public boolean isChosen(TicketView visit, Way way) {
    return chosenFor(visit).filter(way::equals).isPresent();
  }

  /** Whether that counter was chosen for the visitor. */
  public boolean isChosenFor(TicketView visit, Object counter) {
    return asked.word("to-" + visit.id()).filter(counter.toString()::equals).isPresent();
  }

  private void end(TicketView visit, Way way) {
    switch (way) {
      case DONE -> calling.finish(me.get(), visit.id(), Outcome.about(visit.topic()));
      case MISSED -> calling.noShow(me.get(), visit.id());
      case BACK -> calling.putBack(me.get(), visit.id());
      case HAND_ON ->
          calling.transfer(
              me.get(),
              visit.id(),
              new Transfer(Optional.empty(), asked.number("to-" + visit.id()), Optional.empty()));
    }
  }

  public List<TicketView> getVisits() {
    return visits.listOf(me.get());
  }

  /** The choices available for that visitor. */
  public List<Way> getWays(TicketView visit) {
    return Arrays.stream(Way.values()).filter(way -> way.from.contains(visit.status())).toList();
  }

  /** The other counters of the office. */
  public List<SelectItem> getCounters() {
    return transfer.getCounters();
  }
}
