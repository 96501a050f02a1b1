package de.lokalwillkommen.server.launch.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real JVM on hosts with other locales. */
class ServerLocaleTest {

  @ParameterizedTest
  @CsvSource({"fa,IR,''", "ar,EG,nu-arab", "tr,TR,''", "th,TH,u-ca-buddhist-nu-thai"})
  void ourJvmsSpeakEnglishWhateverTheHostDoes(String language, String country, String extensions)
      throws IOException, InterruptedException {
    String host =
        "-Duser.language="
            + language
            + " -Duser.country="
            + country
            + " -Duser.extensions="
            + extensions
            + " -Duser.language.format="
            + language
            + " -Duser.language.display="
            + language;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ServerLocale.options());
    command.addAll(List.of("-XshowSettings:locale", "-version"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_TOOL_OPTIONS", host);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(said).containsPattern("default locale = English\\R");
    assertThat(said).containsPattern("default display locale = English\\R");
    assertThat(said).containsPattern("default format locale = English\\R");
  }
}
