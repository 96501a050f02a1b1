package de.lokalwillkommen.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LibrariesTest {

  private static final Path TEMPLATE = Path.of("src/main/webapp/WEB-INF/templates/kiosk.xhtml");
  private static final Pattern LIBRARY = Pattern.compile("src=\"#\\{[^}]*}(/webjars/[^\"]+)\"");

  @Test
  void thePageNamesTheVersionThatIsBuiltIn() throws IOException {
    Matcher library = LIBRARY.matcher(Files.readString(TEMPLATE));

    assertThat(library.find()).isTrue();
    assertThat(LibrariesTest.class.getResource("/META-INF/resources" + library.group(1)))
        .isNotNull();
  }
}
