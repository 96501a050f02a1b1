package de.lokalwillkommen.admin.page;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Serves the style sheet of PrimeFaces' calendar without the font that is embedded in it: the
 * content security policy refuses it, browsers try to load it on every page with a calendar, and
 * its icons are on buttons that are not shown.
 */
public class CalendarWithoutFont extends ResourceHandlerWrapper {

  private static final String LIBRARY = "primefaces";
  private static final String STYLE_SHEET = "schedule/schedule.css";
  private static final Pattern FONT = Pattern.compile("@font-face\\s*\\{[^}]*}");

  /**
   * @param wrapped what serves everything else
   */
  public CalendarWithoutFont(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Resource createResource(String name, String library) {
    Resource resource = super.createResource(name, library);
    return resource != null && LIBRARY.equals(library) && STYLE_SHEET.equals(name)
        ? new Fontless(resource)
        : resource;
  }

  static String without(String styles) {
    return FONT.matcher(styles).replaceAll("");
  }

  private static final class Fontless extends ResourceWrapper {

    Fontless(Resource wrapped) {
      super(wrapped);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      try (InputStream styles = super.getInputStream()) {
        String all = new String(styles.readAllBytes(), StandardCharsets.UTF_8);
        return new ByteArrayInputStream(without(all).getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
