package de.lokalwillkommen.admin.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.primefaces.component.schedule.Schedule;

class CalendarWithoutFontTest {

  @Test
  void nothingButTheFontIsLeftOutOfTheStyleSheet() throws IOException {
    String styles = styles();

    String served = CalendarWithoutFont.without(styles);

    assertThat(styles).containsOnlyOnce("@font-face").contains("data:");
    assertThat(served).doesNotContain("@font-face", "data:").contains(".fc-timegrid-event");
    assertThat(served.length() - served.replace("}", "").length())
        .isEqualTo(styles.length() - styles.replace("}", "").length() - 1);
  }

  private static String styles() throws IOException {
    String path = "/META-INF/resources/primefaces/schedule/schedule.css";
    try (InputStream in = Schedule.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
