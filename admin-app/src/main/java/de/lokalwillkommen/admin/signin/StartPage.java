package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.Section;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The start page of a person who is signed in without a counter. */
@Named
@RequestScoped
public class StartPage {

  private CurrentUser me;

  protected StartPage() {}

  @Inject
  StartPage(CurrentUser me) {
    this.me = me;
  }

  public String getName() {
    return me.get().displayName();
  }

  /** Whether the person may work at a counter. */
  public boolean isForCounters() {
    return me.get().servesVisitors();
  }

  /** Redirects a person with a counter to the console. */
  public String enter() {
    boolean works = Section.listFor(me.get()).contains(Section.CONSOLE);
    return works ? "console?faces-redirect=true" : null;
  }
}
