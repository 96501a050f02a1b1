package de.lokalwillkommen.server.launch;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.server.launch.options.Configuration;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsTemplateTest {
  private static final Pattern COMMENTED = Pattern.compile("(?m)^#(?=lw\\.)");

  @TempDir Path folder;

  @Test
  void onlyThePlacesOfDataAndBackupsAreSet() throws IOException {
    assertThat(properties(SettingsTemplate.text())).isEqualTo(SettingsTemplate.SET);
  }

  @Test
  void otherOptionsAreNamedAsInTheFile() {
    assertThat(SettingsTemplate.text()).doesNotContain("--").contains("needs lw.database-url");
  }

  @Test
  void everyOptionHasItsLine() throws IOException {
    Properties all = properties(COMMENTED.matcher(SettingsTemplate.text()).replaceAll(""));

    assertThat(all.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            new CommandLine(new StartCommand())
                .getCommandSpec().options().stream()
                    .flatMap(option -> Configuration.name(option).stream())
                    .filter(name -> !name.equals("lw.config"))
                    .toList());
  }

  @Test
  void theServerKnowsEveryNameAndReadsEveryDefault() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("all.properties"),
            COMMENTED.matcher(SettingsTemplate.text()).replaceAll(""));
    String[] arguments = {"--config", file.toString()};
    Configuration configuration = Configuration.read(arguments, new Properties(), Map.of());
    CommandLine server = new CommandLine(new StartCommand());

    assertThat(configuration.unknownTo(server.getCommandSpec())).isEmpty();
    assertThat(configuration.find(server.getCommandSpec().findOption("--port")))
        .map(setting -> setting.value())
        .isEqualTo(Optional.of("8080"));
  }

  private static Properties properties(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return properties;
  }
}
