package de.lokalwillkommen.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Decisions are listed, dated and numbered. */
class DecisionsTest {

  private static final Path FOLDER = Path.of("../docs/decisions");
  private static final Path INDEX = FOLDER.resolve("README.md");
  private static final Pattern NAME = Pattern.compile("(?!0000)\\d{4}-[a-z0-9-]+\\.md");

  static List<Path> decisions() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void aDecisionHasItsNumberAStatusWithADateAndItsReasons(Path decision) throws IOException {
    int number = Integer.parseInt(decision.getFileName().toString().substring(0, 4));
    assertThat(Files.readString(decision))
        .startsWith("# " + number + " ")
        .containsPattern("(?m)^\\*\\*Status\\.\\*\\* .*\\d{4}-\\d{2}-\\d{2}")
        .contains("**Context.**", "**Decision.**", "**Rejected.**", "**Consequence.**");
  }

  @Test
  void theIndexListsEachDecisionByItsTitle() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (Path decision : decisions()) {
      String title = Files.readAllLines(decision).get(0);
      String number = title.substring(2, title.indexOf(' ', 2));
      rows.append("| ").append(number).append(" | [");
      rows.append(title.substring(title.indexOf(' ', 2) + 1)).append("](");
      rows.append(decision.getFileName()).append(") |\n");
    }
    assertThat(Files.readString(INDEX)).endsWith("|---|---|\n" + rows);
  }
}
