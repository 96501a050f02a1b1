package de.lokalwillkommen.admin.installation;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.installation.ArrangingInstallation;
import de.lokalwillkommen.core.installation.InstallationData;
import de.lokalwillkommen.core.installation.InstallationProfile;
import de.lokalwillkommen.core.installation.InstallationReader;
import de.lokalwillkommen.core.installation.LegalAddress;
import de.lokalwillkommen.core.installation.Logo;
import de.lokalwillkommen.core.installation.PrivacyContacts;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.request.SentValues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The name, the logo and the legal addresses of the installation. */
@Named
@RequestScoped
public class InstallationPage {

  private static final String CHANGED_MEANWHILE = "installation.changedMeanwhile";
  private static final String VERSION = "version";
  private static final String NAME = "name";
  private static final String IMPRINT = "imprint";
  private static final String PRIVACY = "privacy";
  private static final String ACCESSIBILITY = "accessibility";
  private static final String EU_FUNDED = "euFunded";
  private static final String OFFICER = "officer";
  private static final String JOINT_CONTROLLER = "jointController";
  private static final String LOGO_FILE = "logoFile";

  private ArrangingInstallation arranging;
  private InstallationReader reader;
  private HttpServletRequest request;
  private ExternalContext browser;
  private CurrentUser me;
  private InstallationProfile profile;
  private boolean outdated;

  protected InstallationPage() {}

  @Inject
  InstallationPage(
      ArrangingInstallation arranging,
      InstallationReader reader,
      HttpServletRequest request,
      ExternalContext browser,
      CurrentUser me) {
    this.arranging = arranging;
    this.reader = reader;
    this.request = request;
    this.browser = browser;
    this.me = me;
  }

  private InstallationProfile profile() {
    if (profile == null) {
      profile = reader.get();
    }
    return profile;
  }

  /**
   * The version that the form is made from: as sent, until the person has been told of a later one.
   */
  public int getVersion() {
    return outdated
        ? profile().version()
        : word(VERSION).flatMap(SentValues::findNumber).orElseGet(() -> profile().version());
  }

  /** What a field shows: what was entered, or what is stored. */
  public String value(String field) {
    if (request.getParameter(field) != null) {
      return request.getParameter(field);
    }
    return switch (field) {
      case NAME -> profile().name();
      case IMPRINT -> profile().imprint().text();
      case PRIVACY -> profile().privacy().text();
      case ACCESSIBILITY -> profile().accessibility().text();
      case OFFICER -> profile().contacts().officer();
      case JOINT_CONTROLLER -> profile().contacts().jointController();
      default -> throw new IllegalArgumentException(field);
    };
  }

  /** Whether the tick about the funding is set. */
  public boolean isEuFunded() {
    return request.getParameter(NAME) == null
        ? profile().euFunded()
        : request.getParameter(EU_FUNDED) != null;
  }

  /** The most kilobytes of an uploaded logo. */
  public int getMostKilobytes() {
    return Logo.MOST_BYTES / 1_000;
  }

  /** Whether the page was asked for after a change. */
  public boolean isDone() {
    return word("done").isPresent();
  }

  /**
   * Saves the name, the addresses, the contacts and the tick; and a logo, if one was chosen
   * meanwhile.
   */
  public void save() throws IOException {
    InstallationData data =
        new InstallationData(
            value(NAME),
            LegalAddress.of(IMPRINT, value(IMPRINT)),
            LegalAddress.of(PRIVACY, value(PRIVACY)),
            LegalAddress.of(ACCESSIBILITY, value(ACCESSIBILITY)),
            isEuFunded(),
            new PrivacyContacts(value(OFFICER), value(JOINT_CONTROLLER)));
    Optional<Logo> logo = word(LOGO_FILE).map(sent -> Logo.ofUpload(sentFile()));
    change(
        version -> {
          arranging.arrange(me.get(), version, data);
          logo.ifPresent(l -> arranging.show(me.get(), reader.get().version(), logo));
        });
  }

  /** Shows the logo that was sent. */
  public void showLogo() throws IOException {
    Logo logo = Logo.ofUpload(sentFile());
    change(version -> arranging.show(me.get(), version, Optional.of(logo)));
  }

  /** Shows no logo any more. */
  public void removeLogo() throws IOException {
    change(version -> arranging.show(me.get(), version, Optional.empty()));
  }

  /** The script of the page sends the file as text, since the server takes no other forms. */
  private byte[] sentFile() {
    try {
      return Base64.getUrlDecoder().decode(word(LOGO_FILE).orElseThrow(this::noFile));
    } catch (IllegalArgumentException noBase64) {
      throw noFile();
    }
  }

  private Refused noFile() {
    return Refusal.of(Kind.INVALID, "installation.logo.none").with("field", "logo").asException();
  }

  private void change(IntConsumer change) throws IOException {
    try {
      change.accept(getVersion());
    } catch (Refused refused) {
      outdated = refused.refusal().key().equals(CHANGED_MEANWHILE);
      profile = null;
      throw refused;
    }
    browser.redirect(browser.getRequestContextPath() + "/installation?done=1");
  }

  private Optional<String> word(String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
  }
}
