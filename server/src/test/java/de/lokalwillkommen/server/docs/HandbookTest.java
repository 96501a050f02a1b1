package de.lokalwillkommen.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The German handbook shows what the package brings, and asks for no SQL. */
class HandbookTest {

  private static final Path HANDBOOK = Path.of("../docs/handbuch");
  private static final Path PACKAGE = Path.of("src/package");

  @Test
  void theHandbookOfTheOperatorShowsTheWholeUnitOfTheService() throws IOException {
    assertThat(technik()).contains(Files.readString(PACKAGE.resolve("lokal-willkommen.service")));
  }

  @Test
  void eachAlarmIsExplained() throws IOException {
    String rules = Files.readString(PACKAGE.resolve("examples/lokal-willkommen-alerts.yml"));
    Matcher alarm = Pattern.compile("alert: (\\w+)").matcher(rules);
    int found = 0;
    while (alarm.find()) {
      assertThat(technik()).contains("| `" + alarm.group(1) + "` |");
      found++;
    }
    assertThat(found).isGreaterThan(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"beratung.md", "leitung.md", "technik.md", "../handbuch.md"})
  void noHandbookAsksForSql(String file) throws IOException {
    assertThat(Files.readString(HANDBOOK.resolve(file)))
        .doesNotContainPattern(
            "(?i)\\b(insert into|delete from|update \\w+ set|select .* from)\\b");
  }

  private static String technik() throws IOException {
    return Files.readString(HANDBOOK.resolve("technik.md"));
  }
}
