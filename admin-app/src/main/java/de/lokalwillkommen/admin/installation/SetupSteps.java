package de.lokalwillkommen.admin.installation;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.devices.Devices;
import de.lokalwillkommen.core.installation.InstallationReader;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.staff.Right;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The steps of setting the installation up, as a list to tick off. */
@Named
@RequestScoped
public class SetupSteps {

  private InstallationReader installation;
  private OfficeDirectory offices;
  private Devices devices;
  private CurrentUser me;
  private List<Step> list;

  protected SetupSteps() {}

  @Inject
  SetupSteps(
      InstallationReader installation, OfficeDirectory offices, Devices devices, CurrentUser me) {
    this.installation = installation;
    this.offices = offices;
    this.devices = devices;
    this.me = me;
  }

  /**
   * A step.
   *
   * @param name the key of its name, below {@code setup.step.}
   * @param done whether it is done
   * @param address the page on which it is done, below the application's address; the empty string
   *     if there is none
   */
  public record Step(String name, boolean done, String address) {}

  public List<Step> getList() {
    if (list == null) {
      list =
          List.of(
              new Step("administrator", true, ""),
              new Step("name", installation.get().isNamed(), "installation"),
              new Step("privacy", installation.get().saysWhomToAsk(), "installation#contacts"),
              new Step("office", !offices.list().isEmpty(), "offices?new=1"),
              new Step("kiosk", devices.hasKiosk(), "devices"));
    }
    return list;
  }

  /** Whether the person sets the installation up, and a step is left. */
  public boolean isShown() {
    return me.get().mayEverywhere(Right.ARRANGE_INSTALLATION)
        && getList().stream().anyMatch(step -> !step.done());
  }
}
