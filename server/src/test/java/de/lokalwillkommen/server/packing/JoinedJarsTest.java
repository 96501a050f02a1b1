package de.lokalwillkommen.server.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class JoinedJarsTest {
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");

  private final JoinedJars joined = new JoinedJars();

  @Test
  void allClassesAreInTheJoinedJar() throws IOException {
    assertThat(joined.add("a.jar", jar("a/A.class", "A"))).isTrue();
    assertThat(joined.add("b.jar", jar("b/B.class", "B"))).isTrue();
    assertThat(content()).containsEntry("a/A.class", "A").containsEntry("b/B.class", "B");
  }

  @Test
  void theFirstOnTheClassPathIsFoundAsBefore() throws IOException {
    joined.add("a.jar", jar("a/A.class", "first"));
    assertThat(joined.add("b.jar", jar("a/A.class", "second"))).isFalse();
    assertThat(content()).containsEntry("a/A.class", "first");
  }

  @Test
  void theJoinedJarHidesNothingOfAnEarlierJar() throws IOException {
    joined.add("a.jar", jar("a/A.class", "A"));
    joined.add("b.jar", jar("a/A.class", "other", "b/B.class", "first"));
    assertThat(joined.add("c.jar", jar("b/B.class", "second"))).isFalse();
    assertThat(content()).doesNotContainKey("b/B.class");
  }

  @Test
  void theSameTwiceDoesNoHarm() throws IOException {
    joined.add("a.jar", jar("a/A.class", "A"));
    assertThat(joined.add("b.jar", jar("a/A.class", "A", "b/B.class", "B"))).isTrue();
  }

  @Test
  void servicesOfAllJarsAreFound() throws IOException {
    joined.add("a.jar", jar("META-INF/services/s.S", "a.A"));
    joined.add("b.jar", jar("META-INF/services/s.S", "b.B"));
    assertThat(content().get("META-INF/services/s.S").lines()).containsExactly("a.A", "b.B");
  }

  @Test
  void noticesOfEachJarStay() throws IOException {
    joined.add("a.jar", jar("META-INF/NOTICE.md", "by A"));
    joined.add("b.jar", jar("META-INF/NOTICE.md", "by B"));
    assertThat(content())
        .containsEntry("META-INF/notices/a.jar/NOTICE.md", "by A")
        .containsEntry("META-INF/notices/b.jar/NOTICE.md", "by B");
  }

  @Test
  void aJarWithOtherClassesForNewerJavaStaysApart() throws IOException {
    String manifest = "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n";
    assertThat(joined.add("a.jar", jar("META-INF/MANIFEST.MF", manifest, "a/A.class", "A")))
        .isFalse();
    assertThat(content()).doesNotContainKey("a/A.class");
  }

  @Test
  void itIsTheSameInEveryZone() throws IOException {
    joined.add("a.jar", jar("a/A.class", "A"));
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
      byte[] here = joined.toJar(MADE);
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      assertThat(joined.toJar(MADE)).isEqualTo(here);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new LinkedHashMap<>();
    JoinedJars.entries(joined.toJar(MADE))
        .forEach((path, bytes) -> content.put(path, new String(bytes, StandardCharsets.UTF_8)));
    return content;
  }

  private static byte[] jar(String... pathsAndContents) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      entries.put(pathsAndContents[i], pathsAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return JoinedJars.zip(entries, MADE);
  }
}
