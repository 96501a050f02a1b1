package de.lokalwillkommen.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Serves the {@link Assets}, to be kept by browsers for a year. */
@WebServlet(AssetServlet.PATH + "/*")
public class AssetServlet extends HttpServlet {

  static final String PATH = "/assets";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "txt", "text/plain;charset=UTF-8",
          "ogg", "audio/ogg",
          "mp3", "audio/mpeg",
          "png", "image/png");

  @Inject private transient Assets assets;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String asked = request.getPathInfo() == null ? "" : request.getPathInfo();
    int second = asked.indexOf('/', 1);
    String name = second < 0 ? "" : asked.substring(second + 1);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    try (InputStream in =
        type == null || name.contains("..")
            ? null
            : getServletContext().getResourceAsStream(Assets.FOLDER + name)) {
      if (in == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      response.setContentType(type);
      // an address with another release's hash still answers, but must not be cached
      response.setHeader(
          "Cache-Control", asked.startsWith("/" + assets.hash() + "/") ? FOR_EVER : "no-cache");
      byte[] bytes = in.readAllBytes();
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }
}
