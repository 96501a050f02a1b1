package de.lokalwillkommen.admin.console;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.ticketing.TicketView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Asks for the reason before a visitor at another counter is taken over. */
@Named
@RequestScoped
public class TakingOverPage extends ReasonForm {

  /** The keys of common reasons, below {@code takeOver.usual.}. */
  private static final List<String> USUAL = List.of("forgotten", "gone");

  private CallingTickets calling;
  private Lines lines;
  private CommandParameters asked;
  private CurrentUser me;

  private Optional<TicketView> visit = Optional.empty();

  protected TakingOverPage() {
    super(USUAL);
  }

  @Inject
  TakingOverPage(CallingTickets calling, Lines lines, CommandParameters asked, CurrentUser me) {
    super(USUAL);
    this.calling = calling;
    this.lines = lines;
    this.asked = asked;
    this.me = me;
  }

  /** Redirects a person without a counter, or one who names a visitor who is at none. */
  public String enter() {
    Optional<Long> own = me.get().counter();
    visit =
        me.get().office().filter(o -> own.isPresent()).stream()
            .flatMap(office -> lines.get(office).atCounters().stream())
            .filter(t -> t.id() == asked.number("ticket").orElse(0L))
            .filter(t -> !t.counter().map(TicketView.At::id).equals(own))
            .findFirst();
    return visit.isEmpty() ? "start?faces-redirect=true" : null;
  }

  /** Moves the visitor to the person's own counter. */
  public String takeOver() {
    calling.takeOver(me.get(), asked.ticket(), getReason());
    return "console?faces-redirect=true";
  }

  public long getTicket() {
    return visit.map(TicketView::id).or(() -> asked.number("ticket")).orElse(0L);
  }

  public String getNumber() {
    return visit.map(TicketView::number).or(() -> lines.findNumber(getTicket())).orElse("");
  }

  /** The counter where the visitor is. */
  public String getCounter() {
    return visit.flatMap(TicketView::counter).map(TicketView.At::name).orElse("");
  }
}
