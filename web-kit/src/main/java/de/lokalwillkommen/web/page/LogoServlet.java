package de.lokalwillkommen.web.page;

import de.lokalwillkommen.core.installation.InstallationDirectory;
import de.lokalwillkommen.core.installation.Logo;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the logo of the installation under an address with its hash, to be kept by browsers for a
 * year.
 */
@WebServlet(LogoServlet.PATH + "/*")
public class LogoServlet extends HttpServlet {

  static final String PATH = "/logo";

  private static final Pattern NAME = Pattern.compile("/([0-9a-f]{32})\\.png");

  @Inject private transient InstallationDirectory directory;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher name = NAME.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
    Optional<Logo> logo = name.matches() ? directory.findLogo(name.group(1)) : Optional.empty();
    if (logo.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] png = logo.get().png();
    response.setContentType("image/png");
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setContentLength(png.length);
    response.getOutputStream().write(png);
  }
}
