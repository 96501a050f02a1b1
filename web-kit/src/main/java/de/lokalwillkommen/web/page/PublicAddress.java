package de.lokalwillkommen.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where visitors' phones reach this server, for QR codes and what else leaves the screen. */
@ApplicationScoped
public class PublicAddress {

  private Optional<URI> baseUrl = Optional.empty();

  protected PublicAddress() {}

  @Inject
  public PublicAddress(@ConfigProperty(name = "lw.base-url") Optional<URI> baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * A page as a whole, for whoever is not looking at this server.
   *
   * @param request where this server was asked, if the operator has not named its address
   * @param path with that of the application, and a slash before it
   */
  public String of(HttpServletRequest request, String path) {
    return baseUrl.map(PublicAddress::withoutSlash).orElseGet(() -> OwnAddress.of(request)) + path;
  }

  private static String withoutSlash(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
