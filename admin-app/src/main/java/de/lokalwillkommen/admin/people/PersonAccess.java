package de.lokalwillkommen.admin.people;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.people.ManagingPeople;
import de.lokalwillkommen.core.secondfactor.ManagingSecondFactors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/**
 * The commands about a person's access. Each begins by showing the form, which was not submitted
 * with it, so that the form is complete if the command is refused.
 */
@Named
@RequestScoped
public class PersonAccess {

  private ManagingPeople people;
  private ManagingSecondFactors factors;
  private PersonForm form;
  private PersonPage page;
  private InvitationSheet sheet;
  private CurrentUser me;

  protected PersonAccess() {}

  @Inject
  PersonAccess(
      ManagingPeople people,
      ManagingSecondFactors factors,
      PersonForm form,
      PersonPage page,
      InvitationSheet sheet,
      CurrentUser me) {
    this.people = people;
    this.factors = factors;
    this.form = form;
    this.page = page;
    this.sheet = sheet;
    this.me = me;
  }

  /** Makes a new one-time code, which is shown at once. */
  public void inviteAgain() throws IOException {
    form.enter();
    sheet.show(people.inviteAgain(me.get(), page.required()));
  }

  public void signOutEverywhere() throws IOException {
    form.enter();
    people.signOutEverywhere(me.get(), page.required());
    page.goOn("signedOut");
  }

  /** Removes the second factor of a person whose phone is lost. */
  public void resetSecondFactor() throws IOException {
    form.enter();
    factors.reset(me.get(), page.required());
    page.goOn("factorReset");
  }

  /** Whether the person has a second factor. */
  public boolean isWithSecondFactor() {
    return factors.isActive(me.get(), page.getId());
  }

  public void leave() throws IOException {
    form.enter();
    people.leave(me.get(), page.required());
    page.goOn("left");
  }

  public void comeBack() throws IOException {
    form.enter();
    people.comeBack(me.get(), page.required());
    page.goOn("returned");
  }
}
