package de.lokalwillkommen.admin.console;

import de.lokalwillkommen.admin.page.ActionFeedback;
import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.ticketing.Outcome;
import de.lokalwillkommen.core.ticketing.Referral;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The form for the outcome of a consultation, asked for when it is finished. */
@Named
@RequestScoped
public class FinishForm {

  private CallingTickets calling;
  private ActionFeedback feedback;
  private CommandParameters asked;
  private CurrentUser me;

  private Set<String> topics = new LinkedHashSet<>();
  private boolean firstVisit;
  private boolean countsForAmif;
  private Referral referral;

  protected FinishForm() {}

  @Inject
  FinishForm(
      CallingTickets calling, ActionFeedback feedback, CommandParameters asked, CurrentUser me) {
    this.calling = calling;
    this.feedback = feedback;
    this.asked = asked;
    this.me = me;
  }

  /** Finishes the visit. */
  public void finish() {
    Outcome outcome = new Outcome(firstVisit, countsForAmif, Optional.ofNullable(referral), topics);
    feedback.done("finished", calling.finish(me.get(), asked.ticket(), outcome));
  }

  public List<Referral> getReferrals() {
    return List.of(Referral.values());
  }

  public Set<String> getTopics() {
    return topics;
  }

  public void setTopics(Set<String> topics) {
    this.topics = topics;
  }

  public boolean isFirstVisit() {
    return firstVisit;
  }

  public void setFirstVisit(boolean firstVisit) {
    this.firstVisit = firstVisit;
  }

  public boolean isCountsForAmif() {
    return countsForAmif;
  }

  public void setCountsForAmif(boolean countsForAmif) {
    this.countsForAmif = countsForAmif;
  }

  public Referral getReferral() {
    return referral;
  }

  public void setReferral(Referral referral) {
    this.referral = referral;
  }
}
