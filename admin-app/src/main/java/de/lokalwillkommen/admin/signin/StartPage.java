package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.admin.security.Section;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Where somebody arrives who is signed in without a counter. */
@Named("start")
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

  /** Whether the person may work at a counter at all. */
  public boolean isForCounters() {
    return me.get().servesVisitors();
  }

  /** Who has a counter works at the console. */
  public String enter() {
    boolean works = Section.listFor(me.get()).contains(Section.CONSOLE);
    return works ? "console?faces-redirect=true" : null;
  }
}
