package de.lokalwillkommen.admin.console;

import de.lokalwillkommen.admin.page.ActionFeedback;
import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.booking.BookingByStaff;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.calling.CallingTickets.Next;
import de.lokalwillkommen.core.calling.CallingTickets.Turn;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.core.staff.Presence;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.TakingShifts;
import de.lokalwillkommen.core.ticketing.IssuingTickets;
import de.lokalwillkommen.core.ticketing.TicketRequest;
import de.lokalwillkommen.core.ticketing.TicketView;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.primefaces.PrimeFaces;

/** The console's commands. What it shows is in {@link ConsoleView}. */
@Named
@RequestScoped
public class ConsolePage {

  /** The names of all methods that the page may call. */
  private static final List<String> COMMANDS =
      List.of(
          "next",
          "finishAndNext",
          "noShowAndNext",
          "call",
          "recall",
          "start",
          "noShow",
          "park",
          "resume",
          "putBack",
          "cancel",
          "undo",
          "checkIn",
          "issue",
          "turn",
          "stay");

  private CallingTickets calling;
  private IssuingTickets issuing;
  private BookingByStaff booking;
  private TakingShifts shifts;
  private SpokenLanguages languages;
  private ConsoleView view;
  private ActionFeedback feedback;
  private CommandParameters asked;
  private CurrentUser me;

  protected ConsolePage() {}

  @Inject
  ConsolePage(
      CallingTickets calling,
      IssuingTickets issuing,
      BookingByStaff booking,
      TakingShifts shifts,
      SpokenLanguages languages,
      ConsoleView view,
      ActionFeedback feedback,
      CommandParameters asked,
      CurrentUser me) {
    this.calling = calling;
    this.issuing = issuing;
    this.booking = booking;
    this.shifts = shifts;
    this.languages = languages;
    this.view = view;
    this.feedback = feedback;
    this.asked = asked;
    this.me = me;
  }

  public List<String> getCommands() {
    return COMMANDS;
  }

  /** Redirects a person who is signed in without a counter. */
  public String enter() {
    if (me.get().counter().isEmpty()) {
      return "start?faces-redirect=true";
    }
    if (asked.word("inherited").isPresent() && !view.cards().isEmpty()) {
      String left = view.cards().stream().map(TicketView::number).collect(Collectors.joining(", "));
      feedback.tell("feedback.inherited", left);
    }
    return null;
  }

  /**
   * Calls the next visitor; asks first while a visitor is still at the counter, also if the other
   * one of a tandem has called one at this moment.
   */
  public void next() {
    if (!asked.anyway() && !view.cards().isEmpty()) {
      ask("busy");
      return;
    }
    SignedIn who = me.get();
    long counter = who.counter().orElseThrow();
    Next next =
        asked.anyway()
            ? new Next(false, calling.next(who, counter))
            : calling.nextUnlessBusy(who, counter);
    if (next.busy()) {
      ask("busy");
    } else {
      tellCalled(next.called());
    }
  }

  /** Finishes the visit at the counter and calls the next visitor. */
  public void finishAndNext() {
    Turn turn = calling.finishAndNext(me.get(), asked.ticket());
    feedback.done("finished", turn.ended());
    tellCalled(turn.called());
  }

  /** Marks the called visitor as missed and calls the next one. */
  public void noShowAndNext() {
    Turn turn = calling.noShowAndNext(me.get(), asked.ticket());
    feedback.done("missed", turn.ended());
    tellCalled(turn.called());
  }

  public void call() {
    feedback.done("called", calling.call(me.get(), asked.ticket()));
  }

  public void recall() {
    feedback.doneForGood("recalled", calling.recall(me.get(), asked.ticket()));
  }

  public void start() {
    feedback.done("started", calling.start(me.get(), asked.ticket()));
  }

  public void noShow() {
    feedback.done("missed", calling.noShow(me.get(), asked.ticket()));
  }

  public void park() {
    feedback.done(
        "parked", calling.park(me.get(), asked.ticket(), asked.minutes(), asked.word("note")));
  }

  public void resume() {
    feedback.done("resumed", calling.resume(me.get(), asked.ticket()));
  }

  public void putBack() {
    feedback.done("returned", calling.putBack(me.get(), asked.ticket()));
  }

  public void cancel() {
    feedback.done("cancelled", calling.cancel(me.get(), asked.ticket()));
  }

  /**
   * Undoes the action that the button belongs to, unless the ticket has been changed since; that of
   * a colleague only after a question.
   */
  public void undo() {
    int step = asked.word("step").flatMap(SentValues::findNumber).orElse(0);
    feedback.doneForGood("undone", calling.undo(me.get(), asked.ticket(), step, asked.anyway()));
  }

  /** Checks in a visitor with an appointment. */
  public void checkIn() {
    feedback.doneForGood("checkedIn", booking.checkIn(me.get(), asked.code()).ticket());
  }

  /** Issues a ticket to a visitor at the counter; a repeated request issues no second one. */
  public void issue() {
    String topic = asked.word("topic").orElse("");
    String language = asked.word("language").filter(languages::includes).orElse(Texts.FIRST);
    Optional<RequestKey> key =
        asked.word("request").map(r -> CorrectionPage.keyOf(r, topic, language));
    TicketRequest request = new TicketRequest(topic, language, Optional.empty(), key);
    int persons = asked.word("persons").flatMap(SentValues::findNumber).orElse(1);
    feedback.doneForGood("issued", issuing.byStaff(view.office().id(), request, persons).ticket());
  }

  /** Sets the counsellor's presence: available, on a break, or at other work. */
  public void turn() {
    Presence presence =
        asked
            .word("presence")
            .flatMap(
                w -> Arrays.stream(Presence.values()).filter(p -> p.name().equals(w)).findAny())
            .orElseThrow(() -> Refusal.of(Kind.INVALID, "ticket.notNow").asException());
    shifts.turnTo(me.get().counsellor(), presence);
    feedback.tell("feedback.presence." + presence);
  }

  /** Confirms that the counsellor is still there: the request itself is the confirmation. */
  public void stay() {}

  /** Reads everything again; the view does so whenever it is shown. */
  public void refresh() {}

  private void tellCalled(Optional<TicketView> called) {
    called.ifPresentOrElse(t -> feedback.done("called", t), () -> feedback.tell("feedback.nobody"));
  }

  /** Tells the page to open one of its questions. */
  private static void ask(String question) {
    PrimeFaces.current().ajax().addCallbackParam("ask", question);
  }
}
