package de.lokalwillkommen.web.page;

import de.lokalwillkommen.core.installation.InstallationDirectory;
import de.lokalwillkommen.core.installation.InstallationProfile;
import de.lokalwillkommen.core.installation.LegalAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.stream.Stream;

/** The name, the logo and the legal addresses of the installation, as pages show them. */
@Named
@RequestScoped
public class Branding {

  /** The name of the product, until the administration has chosen another one. */
  private static final String USUAL_NAME = "lokal willkommen";

  private InstallationDirectory directory;
  private ServletContext context;
  private InstallationProfile profile;

  protected Branding() {}

  @Inject
  public Branding(InstallationDirectory directory, ServletContext context) {
    this.directory = directory;
    this.context = context;
  }

  private InstallationProfile profile() {
    if (profile == null) {
      profile = directory.get();
    }
    return profile;
  }

  /** The name that visitors read. */
  public String getName() {
    return nameOf(profile());
  }

  /** The name of an installation that visitors read. */
  public static String nameOf(InstallationProfile installation) {
    return installation.isNamed() ? installation.name() : USUAL_NAME;
  }

  /** The address of a logo, below that of an application. */
  public static String pathOfLogo(String hash) {
    return LogoServlet.PATH.substring(1) + "/" + hash + ".png";
  }

  /** The address of the logo on this server, or the empty string. */
  public String getLogo() {
    return profile()
        .logo()
        .map(hash -> context.getContextPath() + "/" + pathOfLogo(hash))
        .orElse("");
  }

  /** Whether the emblem of the European Union and the line about its funding are shown. */
  public boolean isEuFunded() {
    return profile().euFunded();
  }

  /**
   * A page outside this server.
   *
   * @param name {@code imprint}, {@code privacy} or {@code accessibility}, also the key of its
   *     label below {@code legal.}
   * @param address its address
   */
  public record Legal(String name, String address) {

    private static Stream<Legal> of(String name, LegalAddress address) {
      return address.isEmpty() ? Stream.empty() : Stream.of(new Legal(name, address.text()));
    }

    /** The QR code of the address, for pages that must not be left. */
    public QrCode qrCode() {
      return QrCode.of(address);
    }
  }

  /** The legal pages that have addresses. */
  public List<Legal> getLegal() {
    return Stream.of(
            Legal.of("imprint", profile().imprint()),
            Legal.of("privacy", profile().privacy()),
            Legal.of("accessibility", profile().accessibility()))
        .flatMap(pages -> pages)
        .toList();
  }

  /** How the data protection officer is reached; empty if that is not known. */
  public String getOfficer() {
    return profile().contacts().officer();
  }

  /** The second controller, and how it is reached; empty if there is none. */
  public String getJointController() {
    return profile().contacts().jointController();
  }

  /** A number that changes with all of this. */
  public int getVersion() {
    return profile().version();
  }
}
