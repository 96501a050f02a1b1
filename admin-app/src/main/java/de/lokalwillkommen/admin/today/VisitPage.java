package de.lokalwillkommen.admin.today;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.Tick;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.offices.OfficeProfile.TopicProfile;
import de.lokalwillkommen.core.staff.Desks.Seat;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Referral;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.core.ticketing.Transfer;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ends a visit at any counter of the office, or hands it on. */
@Named
@RequestScoped
public class VisitPage {

  private static final String TOPIC = "topic";

  private CallingTickets calling;
  private TodayView view;
  private TodayRequest today;
  private CommandParameters asked;
  private PageTexts texts;
  private CurrentUser me;
  private Optional<TicketView> visit = Optional.empty();

  protected VisitPage() {}

  @Inject
  VisitPage(
      CallingTickets calling,
      TodayView view,
      TodayRequest today,
      CommandParameters asked,
      PageTexts texts,
      CurrentUser me) {
    this.calling = calling;
    this.view = view;
    this.today = today;
    this.asked = asked;
    this.texts = texts;
    this.me = me;
  }

  /** Redirects if the visit is over, or the person may not change it; executes a pressed button. */
  public String enter() throws IOException {
    if (today.find().isEmpty() || !me.get().worksIn(today.office().id())) {
      return "start?faces-redirect=true";
    }
    if (FacesContext.getCurrentInstance().isPostback()) {
      execute(asked.word("do").orElse(""));
      return null;
    }
    if (visit().isEmpty()) {
      today.goOn("");
    }
    return null;
  }

  private Optional<TicketView> visit() {
    if (visit.isEmpty()) {
      visit = view.findVisit(getTicket());
    }
    return visit;
  }

  private void execute(String command) throws IOException {
    long ticket = asked.ticket();
    if (command.equals("finish")) {
      today.goOn("finished", calling.finish(me.get(), ticket, outcome()));
    } else {
      Optional<Long> counter = SentValues.findId(command);
      Transfer to = new Transfer(Optional.empty(), counter, Optional.empty());
      today.goOn("handedOn", calling.transfer(me.get(), ticket, to, asked.word("note")));
    }
  }

  private Outcome outcome() {
    String word = asked.word("referral").orElse("");
    Optional<Referral> referral =
        Stream.of(Referral.values()).filter(r -> r.name().equals(word)).findFirst();
    return new Outcome(
        asked.word("firstVisit").isPresent(),
        asked.word("countsForAmif").isPresent(),
        referral,
        asked.words(TOPIC));
  }

  /** What the office advises on; the visitor's topic is ticked. */
  public List<Tick> getTopics() {
    return today.office().topics().stream()
        .map(TopicProfile::id)
        .map(id -> new Tick(id, texts.of("topic." + id), id.equals(getTopic())))
        .toList();
  }

  /** The note for the colleague, as it was entered; the empty string if none was. */
  public String getNote() {
    return asked.word("note").orElse("");
  }

  public int getLongestNote() {
    return CallingTickets.LONGEST_NOTE;
  }

  public long getTicket() {
    return asked.number("ticket").orElse(0L);
  }

  public String getNumber() {
    return visit().map(TicketView::number).orElse("");
  }

  public String getCounter() {
    return visit().flatMap(TicketView::counter).map(TicketView.At::name).orElse("");
  }

  public String getTopic() {
    return visit().map(TicketView::topic).orElse("");
  }

  /** Only a visit that has begun has an outcome. */
  public boolean isServed() {
    return visit().filter(t -> t.status().name().equals("SERVING")).isPresent();
  }

  public List<Referral> getReferrals() {
    return List.of(Referral.values());
  }

  /**
   * A counter to which the visit can be handed on.
   *
   * @param id its identifier
   * @param name the name on its door
   * @param people who is there; the empty string if no one is
   */
  public record Destination(long id, String name, String people) {}

  public List<Destination> getDestinations() {
    return visit().map(view::otherPlaces).orElse(List.of()).stream()
        .map(
            place ->
                new Destination(
                    place.counter().id(),
                    place.counter().name(),
                    place.people().stream().map(Seat::person).collect(Collectors.joining(", "))))
        .toList();
  }
}
