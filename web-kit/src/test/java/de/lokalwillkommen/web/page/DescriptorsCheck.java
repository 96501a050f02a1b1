package de.lokalwillkommen.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Deployment descriptors name classes as text: each class of the product exists. Without this check
 * a renamed class would be noticed only when a server starts. Each application has a test that
 * inherits this; it runs in its folder.
 */
public abstract class DescriptorsCheck {

  private static final Path DESCRIPTORS = Path.of("src/main/webapp/WEB-INF");
  private static final Pattern OWN_CLASS = Pattern.compile("\\bde\\.lokalwillkommen\\.[\\w.$]+\\b");

  @Test
  void everyClassThatADescriptorNamesExists() throws IOException {
    assertThat(classes())
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThatCode(() -> Class.forName(name, false, getClass().getClassLoader()))
                    .as(name)
                    .doesNotThrowAnyException());
  }

  private static List<String> classes() throws IOException {
    try (Stream<Path> files = Files.list(DESCRIPTORS)) {
      return files
          .filter(file -> file.toString().endsWith(".xml"))
          .map(DescriptorsCheck::read)
          .flatMap(text -> OWN_CLASS.matcher(text).results())
          .map(MatchResult::group)
          .distinct()
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
