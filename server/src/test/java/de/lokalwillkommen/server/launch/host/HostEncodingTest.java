package de.lokalwillkommen.server.launch.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.server.launch.Launcher;
import de.lokalwillkommen.server.launch.options.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostEncodingTest {

  @TempDir private Path directory;

  @Test
  void anUmlautThatTheLocaleCannotReadIsRefusedAndNotStoredAsAnotherLetter() throws Exception {
    String said = createDeviceCalled("Küche", Map.of("LC_ALL", "C"));

    assertThat(said).hasLineCount(1).contains("LC_ALL=C.UTF-8");
  }

  @Test
  void aLocaleThatReadsItIsAskedNothing() throws Exception {
    String said = createDeviceCalled("Küche", Map.of("LC_ALL", "C.UTF-8"));

    assertThat(said).doesNotContain("LC_ALL").contains("ROLE");
  }

  @Test
  void aSettingOfTheEnvironmentThatTheLocaleCannotReadIsRefused() {
    assertThatThrownBy(() -> Setting.of("/var/lib/B\uFFFDro", "LW_DATA in the environment"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("LC_ALL=C.UTF-8");
  }

  @Test
  void textsThatThisLocaleCannotWriteAreNotPassedOn() {
    HostEncoding ascii = new HostEncoding(StandardCharsets.US_ASCII);

    ascii.requireWritable(List.of("--data", "/var/lib/lokal"));
    assertThatThrownBy(() -> ascii.requireWritable(List.of("--data", "/var/lib/Bürgerbüro")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Bürgerbüro");
  }

  /** Uses a role that does not exist, so that it ends before it unpacks anything. */
  private String createDeviceCalled(String name, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    // printf writes the bytes of UTF-8 in any locale of this test
    command.addAll(List.of("sh", "-c"));
    command.add(
        "exec \"$0\" -cp \"$1\" "
            + Launcher.class.getName()
            + " create-device hoerde printer \"$(printf '"
            + octal(name)
            + "')\"");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isNotZero();
    return said;
  }

  private static String octal(String text) {
    StringBuilder octal = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      octal.append('\\').append(String.format(Locale.ROOT, "%03o", b & 0xFF));
    }
    return octal.toString();
  }
}
