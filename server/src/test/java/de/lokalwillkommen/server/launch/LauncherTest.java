package de.lokalwillkommen.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
  private static final int REFUSED = 1;
  private static final int MISUSED = 2;

  @TempDir private Path directory;

  private final StringWriter said = new StringWriter();
  private final Properties system = new Properties();
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void anUnknownOptionIsRefusedInOneLine() {
    assertThat(start("--bogus")).isEqualTo(MISUSED);
    assertThat(said.toString())
        .hasLineCount(1)
        .contains("Unknown option: '--bogus'; --help lists what there is");
  }

  @Test
  void helpOfASubcommandIsShownInBothWays() {
    for (String[] asked : List.of(new String[] {"help", "check"}, new String[] {"check", "-h"})) {
      assertThat(run(asked)).isZero();
    }
  }

  @Test
  void aSetupCodeThatDoesNotExistIsRefusedInOneLine() {
    assertThat(start("setup-code")).isEqualTo(REFUSED);
    assertThat(said.toString()).hasLineCount(1).contains("there is no setup code");
  }

  @Test
  void aPortThatIsNoNumberIsRefused() {
    assertThat(start("--port", "eighty")).isEqualTo(MISUSED);
    assertThat(said.toString()).hasLineCount(1).contains("--port");
  }

  @Test
  void aSettingWhoseLettersTheLocaleCannotReadIsRefusedInOneSentence() {
    environment.put("LW_HOST", "k\uFFFDche");

    assertThat(start()).isEqualTo(REFUSED);
    assertThat(said.toString())
        .hasLineCount(1)
        .startsWith("lokal willkommen: the locale cannot read");
  }

  @Test
  void aPortThatDoesNotExistIsRefused() {
    assertThat(start("--port", "65536")).isEqualTo(MISUSED);
    assertThat(said.toString()).hasLineCount(1).contains("between 1 and 65535");
  }

  @Test
  void demoIsRefusedWhereOthersCanReachIt() {
    assertThat(start("--demo", "--host", "0.0.0.0")).isEqualTo(MISUSED);
    assertThat(said.toString()).hasLineCount(1).contains("--demo is refused on 0.0.0.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10",
        "25:00",
        "morning",
        "2027-02-29T10:00",
        "2025-12-31T10:00",
        "2100-01-01T10:00"
      })
  void aTimeAtWhichNoDemoCanBeginIsRefused(String time) {
    assertThat(start("--demo", "--demo-time", time)).isEqualTo(MISUSED);
    assertThat(said.toString()).hasLineCount(1).contains("--demo-time must be");
  }

  @Test
  void aRealOfficeTakesNoTimeButItsOwn() {
    assertThat(start("--demo-time", "10:00")).isEqualTo(MISUSED);
    assertThat(said.toString()).hasLineCount(1).contains("--demo-time needs --demo");
  }

  @Test
  void aClusterNeedsASharedDatabase() {
    assertThat(start("--cluster", "127.0.0.1:5701,127.0.0.1:5702")).isEqualTo(MISUSED);
    assertThat(said.toString()).hasLineCount(1).contains("--cluster needs --database-url");
  }

  @Test
  void aPortInUseIsRefused() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(start("--port", String.valueOf(other.getLocalPort()))).isEqualTo(REFUSED);
    }
    assertThat(said.toString()).hasLineCount(1).contains("cannot listen on 127.0.0.1:");
  }

  @Test
  void aDataDirectoryThatCannotBeMadeIsRefused() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));

    assertThat(run("--data", file.resolve("data").toString())).isEqualTo(REFUSED);
    assertThat(said.toString())
        .hasLineCount(1)
        .contains("the data directory " + file)
        .contains("Not a directory")
        .doesNotContain("Exception");
  }

  @Test
  void aRoleOtherThanKioskOrDisplayIsRefused() {
    assertThat(run("create-device", "hoerde", "printer", "x")).isEqualTo(MISUSED);
    assertThat(run("revoke-device", "hoerde")).isEqualTo(MISUSED);
    assertThat(said.toString()).contains("ROLE");
  }

  @Test
  void aSystemPropertyCountsMoreThanTheEnvironmentAndThatMoreThanTheFile() throws Exception {
    write("lw.port=70003");
    assertRefusesPort("70003");
    environment.put("LW_PORT", "70002");
    assertRefusesPort("70002");
    system.setProperty("lw.port", "70001");
    assertRefusesPort("70001");
    assertRefusesPort("70000", "--port", "70000");
  }

  @Test
  void aBlankSettingIsNone() throws Exception {
    write("lw.port=70003");
    environment.put("LW_PORT", " ");

    assertRefusesPort("70003");
  }

  @Test
  void theFileMayBeNamedAndLieAnywhere() throws Exception {
    write("lw.port=70003");
    Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "lw.port = 70004 \n");

    assertRefusesPort("70004", "--config", elsewhere.toString());
    environment.put("LW_CONFIG", elsewhere.toString());
    assertRefusesPort("70004");
  }

  @Test
  void theFileMayNameTheDataDirectory() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    Path settings =
        Files.writeString(directory.resolve("elsewhere"), "lw.data=" + file.resolve("data"));

    assertThat(run("--config", settings.toString())).isEqualTo(REFUSED);
    assertThat(said.toString()).contains("the data directory " + file);
  }

  @Test
  void aFileThatIsNamedAndNotThereIsRefused() {
    assertThat(start("--config", directory.resolve("nowhere").toString())).isEqualTo(REFUSED);
    assertThat(said.toString())
        .hasLineCount(1)
        .contains("nowhere cannot be read: No such file")
        .doesNotContain("Exception");
  }

  @Test
  void aFileThatIsNotInUtf8IsRefused() throws Exception {
    Path file = write("");
    Files.write(file, "lw.mail.from=Hörde".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(start()).isEqualTo(REFUSED);
    assertThat(said.toString()).hasLineCount(1).contains("it is not written in UTF-8");
  }

  @Test
  void aFileOfAnotherUserBesideTheDataIsRefused() throws Exception {
    Path file = write("lw.port=70003");
    assumeThatCode(() -> Files.setOwner(file, nobody())).doesNotThrowAnyException();

    assertThat(start()).isEqualTo(REFUSED);
    assertThat(said.toString()).hasLineCount(1).contains("belongs to another user");
    assertRefusesPort("70003", "--config", file.toString());
  }

  @Test
  void subcommandsReadTheFileToo() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));
    environment.put("LW_CONFIG", write("lw.data=" + file.resolve("data")).toString());

    assertThat(run("create-device", "hoerde", "kiosk", "x")).isEqualTo(REFUSED);
    assertThat(said.toString()).hasLineCount(1).contains("the data directory " + file);
  }

  @Test
  void aWrongSettingIsRefusedWithItsPlace() throws Exception {
    Path file = write("lw.port=eighty");

    assertThat(start()).isEqualTo(MISUSED);
    assertThat(said.toString())
        .hasLineCount(1)
        .contains("--port", "'eighty'", "(lw.port in " + file + ")");
  }

  @Test
  void anUnknownSettingIsReportedAndIgnored() throws Exception {
    write("lw.prot=1\nlw.database-password=secret\nlw.kiosk.warn-seconds=20\nlw.port=0");

    assertThat(start()).isEqualTo(MISUSED);
    assertThat(said.toString().lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("lw.prot in ") && line.contains("is no setting"))
        .anyMatch(line -> line.contains("lw.database-password in "))
        .noneMatch(line -> line.contains("secret"))
        .last()
        .asString()
        .contains("between 1 and 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3601", "-5"})
  void aKioskIsNeitherImpatientNorPatientForEver(String seconds) {
    environment.put("LW_KIOSK_IDLE_SECONDS", seconds);

    assertThat(start()).isEqualTo(MISUSED);
    assertThat(said.toString()).hasLineCount(1).contains("lw.kiosk.idle-seconds must be between");
  }

  @Test
  void aTimeLimitOfKiosksIsANumber() {
    system.setProperty("lw.kiosk.idle-seconds", "long");

    assertThat(start()).isEqualTo(MISUSED);
    assertThat(said.toString()).contains("(the system property lw.kiosk.idle-seconds)");
  }

  @Test
  void aBaseUrlThatIsNoneIsRefused() {
    assertThat(start("--base-url", "kiosk.example")).isEqualTo(MISUSED);
    assertThat(said.toString()).hasLineCount(1).contains("--base-url wants https://HOST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--mail-host m                                   | --mail-host needs --mail-from",
        "--mail-host m --mail-from nobody                | --mail-from must be an address",
        "--mail-host m --mail-from a@b --mail-tls ssl    | --mail-tls must be starttls, tls or none",
        "--mail-host m --mail-from a@b --mail-port 0     | --mail-port must be between",
        "--mail-host m --mail-from a@b                   | --mail-host needs --base-url",
        "--demo --mail-host m --mail-from a@b --mail-user u | needs --mail-password-file",
        "--demo --mail-host m --mail-from a@b --mail-user u --mail-password-file nowhere"
            + " | nowhere cannot be read",
        "--demo --mail-host m --mail-from a@b --mail-user u --mail-tls none | nowhere in clear"
      })
  void aMailServerThatCannotWorkIsRefused(String options, String why) {
    assertThat(start(options.split(" +")))
        .isEqualTo(why.contains("cannot be read") ? REFUSED : MISUSED);
    assertThat(said.toString()).hasLineCount(1).contains(why);
  }

  @Test
  void aHostOfWebhooksIsAName() {
    assertThat(start("--webhook-hosts", "signs.intern,https://other.intern")).isEqualTo(MISUSED);
    assertThat(said.toString())
        .hasLineCount(1)
        .contains("--webhook-hosts takes names of hosts", "not https://other.intern");
  }

  @Test
  void anIdentityProviderIsAskedOverHttpsWithASecretFromAFile() {
    String secret = directory.resolve("secret").toString();
    for (String[] wrong :
        new String[][] {
          {"http://konto.example/realms/a", "must begin with https://"},
          {"https://user@konto.example", "must begin with https://"},
          {"https://konto.example?a=b", "must begin with https://"},
        }) {
      said.getBuffer().setLength(0);
      assertThat(
              start(
                  "--oidc-issuer",
                  wrong[0],
                  "--oidc-client-id",
                  "lw",
                  "--oidc-client-secret-file",
                  secret))
          .isEqualTo(MISUSED);
      assertThat(said.toString()).hasLineCount(1).contains(wrong[1]);
    }
    said.getBuffer().setLength(0);
    assertThat(start("--oidc-issuer", "https://konto.example")).isEqualTo(MISUSED);
    assertThat(said.toString()).contains("needs --oidc-client-id and --oidc-client-secret-file");
  }

  @Test
  void aMailServerMayBeNamedInTheFile() throws Exception {
    write("lw.mail.host=mail.example\nlw.mail.from=nobody");

    assertThat(start()).isEqualTo(MISUSED);
    assertThat(said.toString()).hasLineCount(1).contains("--mail-from must be an address");
  }

  private void assertRefusesPort(String port, String... options) {
    said.getBuffer().setLength(0);
    assertThat(start(options)).isEqualTo(MISUSED);
    assertThat(said.toString()).hasLineCount(1).endsWith("not " + port + System.lineSeparator());
  }

  /** The file of settings beside the data directory. */
  private Path write(String settings) throws IOException {
    return Files.writeString(directory.resolve("lokal-willkommen.properties"), settings);
  }

  private static UserPrincipal nobody() throws IOException {
    return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
  }

  private int run(String... arguments) {
    return Launcher.run(arguments, system, environment, new PrintWriter(said, true));
  }

  /** A server's options, with a data directory of this test's own. */
  private int start(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--data", directory.resolve("data").toString()));
    return run(arguments.toArray(String[]::new));
  }
}
