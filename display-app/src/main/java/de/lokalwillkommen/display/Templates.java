package de.lokalwillkommen.display;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the templates of this application's pages. */
final class Templates {

  private Templates() {}

  /** The template in a file on the class path; an empty text counts as missing. */
  static Template read(String file) {
    try (InputStream in = Templates.class.getResourceAsStream(file);
        Reader utf8 = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return Mustache.compiler().emptyStringIsFalse(true).compile(utf8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
