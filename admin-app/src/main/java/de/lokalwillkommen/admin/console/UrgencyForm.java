package de.lokalwillkommen.admin.console;

import de.lokalwillkommen.admin.page.ActionFeedback;
import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.calling.CallingTickets;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The form for the reason why a visitor goes before others. */
@Named
@RequestScoped
public class UrgencyForm extends ReasonForm {

  /** The keys of usual reasons, below {@code urgent.usual.}. */
  private static final List<String> USUAL = List.of("deadline", "child", "crisis", "interpreter");

  private CallingTickets calling;
  private ActionFeedback feedback;
  private CommandParameters asked;
  private CurrentUser me;

  protected UrgencyForm() {
    super(USUAL);
  }

  @Inject
  UrgencyForm(
      CallingTickets calling, ActionFeedback feedback, CommandParameters asked, CurrentUser me) {
    super(USUAL);
    this.calling = calling;
    this.feedback = feedback;
    this.asked = asked;
    this.me = me;
  }

  /** Lets the visitor go before others; the reason is shown at all counters. */
  public void hasten() {
    feedback.doneForGood("hastened", calling.hasten(me.get(), asked.ticket(), getReason()));
  }
}
