package de.lokalwillkommen.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.lokalwillkommen.server.launch.host.Refusal;
import org.junit.jupiter.api.Test;

class PlatformTest {
  private static final Runtime.Version JAVA_17 = Runtime.Version.parse("17.0.15+6");
  private static final Runtime.Version JAVA_25 = Runtime.Version.parse("25.0.3+9-LTS");

  private final Platform seven = new Platform("7.2026.11", 21);

  @Test
  void aJavaThatIsTooOldIsRefusedInOneSentence() {
    assertThatThrownBy(() -> seven.requireFitting(JAVA_17, "/opt/java-17"))
        .isInstanceOf(Refusal.class)
        .hasMessageContainingAll(
            "Payara Micro 7.2026.11", "needs Java 21 or newer", "Java 17.0.15+6 in /opt/java-17");
  }

  @Test
  void aNewerJavaIsWelcome() {
    assertThatCode(() -> seven.requireFitting(JAVA_25, "/opt/java-25")).doesNotThrowAnyException();
    assertThatCode(() -> new Platform("6.2025.10", 17).requireFitting(JAVA_25, "/opt/java-25"))
        .doesNotThrowAnyException();
  }

  @Test
  void theBuildHasWrittenDownWhatFitsItsOwnJava() {
    Platform platform = Platform.ofThisDistribution();

    assertThat(platform.payara()).matches(platform.oldestJava() == 17 ? "6\\..+" : "7\\..+");
    assertThatCode(() -> platform.requireFitting(Runtime.version(), "here"))
        .doesNotThrowAnyException();
  }

  @Test
  void bothVersionsAreNamed() {
    assertThat(seven.with(JAVA_25)).isEqualTo("Payara Micro 7.2026.11 on Java 25.0.3+9-LTS");
  }
}
