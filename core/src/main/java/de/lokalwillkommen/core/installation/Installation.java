package de.lokalwillkommen.core.installation;

import de.lokalwillkommen.core.kernel.PlainText;
import de.lokalwillkommen.core.kernel.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

/** The one row about the installation as a whole. */
@Entity
@Table(name = "installation_profile")
class Installation {

  static final int ID = 1;

  @Id private int id = ID;

  private int version;

  private String name = "";

  private String imprint = "";

  private String privacy = "";

  private String accessibility = "";

  @Column(name = "eu_funded")
  private boolean euFunded;

  private String logo;

  @Column(name = "data_protection_officer")
  private String officer = "";

  @Column(name = "joint_controller")
  private String jointController = "";

  protected Installation() {}

  /**
   * Begins a change of what an editor has seen.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CHANGED_MEANWHILE} if it has been changed
   *     since
   */
  void beginChange(int seenVersion) {
    if (version != seenVersion) {
      throw Refusal.of(Refusal.Kind.CHANGED_MEANWHILE, "installation.changedMeanwhile")
          .asException();
    }
    version++;
  }

  void arrange(InstallationData data) {
    this.name = data.name();
    this.imprint = data.imprint().text();
    this.privacy = data.privacy().text();
    this.accessibility = data.accessibility().text();
    this.euFunded = data.euFunded();
    this.officer = data.contacts().officer();
    this.jointController = data.contacts().jointController();
  }

  /** Shows that logo, or none. */
  void show(Optional<Logo> chosen) {
    this.logo = chosen.map(Logo::hash).orElse(null);
  }

  InstallationProfile profile() {
    return new InstallationProfile(
        version,
        name,
        new LegalAddress(imprint),
        new LegalAddress(privacy),
        new LegalAddress(accessibility),
        euFunded,
        Optional.ofNullable(logo),
        new PrivacyContacts(PlainText.of(officer), PlainText.of(jointController)));
  }
}
