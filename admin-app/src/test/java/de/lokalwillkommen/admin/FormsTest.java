package de.lokalwillkommen.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Views are built anew for each request. A generated identifier depends on what is shown, so a form
 * without one of its own may not be recognised when it comes back, and what was entered is lost.
 */
class FormsTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Pattern FORM = Pattern.compile("<h:form\\b[^>]*>");

  @Test
  void eachFormHasAnIdentifierOfItsOwn() throws IOException {
    List<String> forms;
    try (Stream<Path> files = Files.walk(PAGES)) {
      forms =
          files
              .filter(file -> file.toString().endsWith(".xhtml"))
              .flatMap(file -> FORM.matcher(read(file)).results())
              .map(found -> found.group())
              .toList();
    }
    assertThat(forms).hasSizeGreaterThan(10).allMatch(form -> form.contains(" id=\""));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
