package de.lokalwillkommen.admin.today;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.dayorders.StopReason;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.overseeing.ClosingImpact;
import de.lokalwillkommen.core.overseeing.OrderingToday;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The commands on the page of the day. What it shows is in {@link TodayView}. */
@Named
@RequestScoped
public class TodayPage {

  /** What cannot be undone. */
  private static final Set<String> FINAL = Set.of("takenOver", "undone");

  private static final List<String> ALL_DONE =
      List.of(
          "stopped",
          "goesOn",
          "closing",
          "announced",
          "withdrawn",
          "takenOver",
          "putBack",
          "finished",
          "handedOn",
          "undone");

  private static final int END_OF_DAY = 24 * 60;

  /** Where a transfer names the counter and the step. */
  private static final int COUNTER = 2;

  private static final int SEEN = 3;

  private OrderingToday ordering;
  private CallingTickets calling;
  private Lines lines;
  private AnnouncementForm announcements;
  private TodayRequest today;
  private CommandParameters asked;
  private CurrentUser me;
  private PageTexts texts;
  private Optional<ClosingImpact> impact = Optional.empty();

  protected TodayPage() {}

  @Inject
  TodayPage(
      OrderingToday ordering,
      CallingTickets calling,
      Lines lines,
      AnnouncementForm announcements,
      TodayRequest today,
      CommandParameters asked,
      CurrentUser me,
      PageTexts texts) {
    this.ordering = ordering;
    this.calling = calling;
    this.lines = lines;
    this.announcements = announcements;
    this.today = today;
    this.asked = asked;
    this.me = me;
    this.texts = texts;
  }

  /** Redirects a person who leads no office yet; executes the command of a pressed button. */
  public String enter() throws IOException {
    if (today.find().isEmpty()) {
      return "start?faces-redirect=true";
    }
    if (FacesContext.getCurrentInstance().isPostback()) {
      order(asked.word("do").orElse(""));
      visit(asked.word("visit").orElse(""));
    }
    return null;
  }

  private void order(String command) throws IOException {
    String office = today.office().id();
    switch (command) {
      case "stop" -> {
        ordering.stop(me.get(), office, today.seen(), reason());
        today.goOn("stopped");
      }
      case "goOn" -> {
        ordering.giveNumbersAgain(me.get(), office, today.seen());
        today.goOn("goesOn");
      }
      case "close" -> closeAt(Optional.of(minute()));
      case "closeAsUsual" -> closeAt(Optional.empty());
      case "announce" -> {
        ordering.announce(
            me.get(), office, today.seen(), Optional.of(announcements.announcement()));
        today.goOn("announced");
      }
      case "withdraw" -> {
        ordering.announce(me.get(), office, today.seen(), Optional.empty());
        today.goOn("withdrawn");
      }
      default -> {
        // a button for a visit, or a refresh
      }
    }
  }

  private void closeAt(Optional<Integer> minute) throws IOException {
    impact =
        ordering.closeAt(me.get(), today.office().id(), today.seen(), minute, asked.word("told"));
    if (impact.isEmpty()) {
      today.goOn("closing");
    }
  }

  private StopReason reason() {
    String word = asked.word("reason").orElse("");
    return Stream.of(StopReason.values())
        .filter(reason -> reason.name().equals(word))
        .findFirst()
        .orElseThrow(() -> refused("reason"));
  }

  private int minute() {
    int minute =
        asked
                .word("closes")
                .flatMap(SentValues::findTime)
                .orElseThrow(() -> refused("closes"))
                .toSecondOfDay()
            / 60;
    return minute == 0 ? END_OF_DAY : minute;
  }

  private static Refused refused(String field) {
    return Refusal.of(Kind.INVALID, "day." + field).with("field", field).asException();
  }

  /**
   * Executes a command about a visit.
   *
   * @param command its name and the identifier of the ticket, such as {@code putBack:17}; for a
   *     transfer also that of the counter and the ticket's step as it was seen, such as {@code
   *     handOn:17:59:3}
   */
  private void visit(String command) throws IOException {
    String[] words = command.split(":");
    if (words.length < 2) {
      return;
    }
    long ticket = SentValues.findId(words[1]).orElse(0L);
    switch (words[0]) {
      case "takeOver" -> {
        String why = texts.of("takeOver.usual.lead");
        today.goOn("takenOver", calling.takeOver(me.get(), ticket, why));
      }
      case "putBack" -> {
        today.goOn("putBack", calling.putBack(me.get(), ticket));
      }
      case "handOn" -> {
        long counter = number(words, COUNTER);
        int seen = Math.toIntExact(number(words, SEEN));
        today.goOn("handedOn", calling.transferAsSeen(me.get(), ticket, seen, counter));
      }
      case "undo" -> {
        // only what this page has done: a colleague may have gone on with the visitor meanwhile
        int step = asked.number("step").map(Math::toIntExact).orElse(0);
        today.goOn("undone", calling.undo(me.get(), ticket, step, false));
      }
      default -> throw Refusal.of(Kind.UNKNOWN, "ticket.unknown").asException();
    }
  }

  private static long number(String[] words, int at) {
    return Optional.of(words)
        .filter(all -> all.length > at)
        .flatMap(all -> SentValues.findId(all[at]))
        .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "ticket.unknown").asException());
  }

  /** Reads everything again; the view does so whenever it is shown. */
  public void refresh() {}

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked.word("done").filter(ALL_DONE::contains).map(d -> "today.done." + d).orElse(null);
  }

  /** The ticket of the last change; 0 for none. */
  public long getTicket() {
    return asked.number("ticket").orElse(0L);
  }

  /** The number of its last step; 0 if there is none. */
  public long getStep() {
    return asked.number("step").orElse(0L);
  }

  /** The number of the ticket of the last change; the empty string for none. */
  public String getNumber() {
    return asked.number("ticket").flatMap(lines::findNumber).orElse("");
  }

  /** Whether the last change was one of a visit, which can be undone for some seconds. */
  public boolean isUndoable() {
    return getTicket() > 0 && asked.word("done").filter(FINAL::contains).isEmpty();
  }

  /** Whom the other closing time affects, or null. */
  public ClosingImpact getImpact() {
    return impact.orElse(null);
  }

  /** The closing time as it was entered; the empty string if none was. */
  public String getCloses() {
    return asked.word("closes").orElse("");
  }
}
