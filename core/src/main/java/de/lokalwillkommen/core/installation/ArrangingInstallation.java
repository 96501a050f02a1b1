package de.lokalwillkommen.core.installation;

import de.lokalwillkommen.core.kernel.Changed;
import de.lokalwillkommen.core.kernel.DomainEvents;
import de.lokalwillkommen.core.kernel.NotedState;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.OfficeArranged;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes how the installation names itself. A change applies from the moment it is saved, on all
 * kiosks and boards. It names the version that the editor has seen, and is refused as {@code
 * CHANGED_MEANWHILE} if another change was saved since.
 */
@UseCase
public class ArrangingInstallation {

  private Installations installations;
  private Offices offices;
  private DomainEvents events;
  private Clock clock;

  protected ArrangingInstallation() {}

  @Inject
  ArrangingInstallation(
      Installations installations, Offices offices, DomainEvents events, Clock clock) {
    this.installations = installations;
    this.offices = offices;
    this.events = events;
    this.clock = clock;
  }

  /** Changes the name, the addresses, the contacts and whether the funding is shown. */
  public void arrange(SignedIn me, int version, InstallationData data) {
    Installation installation = opened(me, version);
    InstallationProfile before = installation.profile();
    installation.arrange(data);
    tell(me, "CHANGE", before, installation.profile());
  }

  /** Shows another logo, or none. */
  public void show(SignedIn me, int version, Optional<Logo> logo) {
    Installation installation = opened(me, version);
    InstallationProfile before = installation.profile();
    installation.show(logo);
    installations.replaceLogo(logo);
    tell(me, "LOGO", before, installation.profile());
  }

  private Installation opened(SignedIn me, int version) {
    if (!me.mayEverywhere(Right.ARRANGE_INSTALLATION)) {
      throw Refusal.of(Kind.NOT_ALLOWED, "installation.notYours").asException();
    }
    Installation installation = installations.getLocked();
    installation.beginChange(version);
    return installation;
  }

  private void tell(
      SignedIn me, String action, InstallationProfile before, InstallationProfile after) {
    Instant now = clock.instant();
    events.publish(
        new Changed(
            "", me.asAuthor(), "installation", "", action, noted(before), noted(after), now));
    // first: kiosks and boards read the installation again as soon as they hear of their office
    events.publish(new InstallationArranged(now));
    offices.list().forEach(office -> events.publish(new OfficeArranged(office.id(), now)));
  }

  private static String noted(InstallationProfile state) {
    return NotedState.version(1)
        .with("name", state.name())
        .with("imprint", state.imprint().text())
        .with("privacy", state.privacy().text())
        .with("accessibility", state.accessibility().text())
        .with("euFunded", state.euFunded())
        .with("logo", state.logo())
        // whether they are known: such a line may name a person, and the history is kept
        .with("officer", !state.contacts().officer().isEmpty())
        .with("jointController", !state.contacts().jointController().isEmpty())
        .toString();
  }
}
