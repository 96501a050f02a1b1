package de.lokalwillkommen.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address under which visitors' phones reach this server, for QR codes, mails and paper. */
@ApplicationScoped
public class PublicAddress {

  private Optional<URI> baseUrl = Optional.empty();

  protected PublicAddress() {}

  @Inject
  public PublicAddress(@ConfigProperty(name = "lw.base-url") Optional<URI> baseUrl) {
    this.baseUrl = baseUrl;
  }

  /**
   * The complete address of a page, for use outside this server.
   *
   * @param request names the host if the operator has not set a base URL
   * @param path the path with the application's own, beginning with a slash
   */
  public String of(HttpServletRequest request, String path) {
    return baseUrl.map(PublicAddress::withoutSlash).orElseGet(() -> OwnAddress.of(request)) + path;
  }

  private static String withoutSlash(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
