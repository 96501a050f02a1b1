package de.lokalwillkommen.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OldestBrowsersTest extends OldestBrowsersCheck {

  OldestBrowsersTest() {
    super(Path.of("src/main/resources/META-INF/resources/lw"), Set.of());
  }

  @Test
  void violationsAreFound() {
    assertThat(missingIn("fetch(here, { signal: AbortSignal.timeout(5) })")).hasSize(1);
    assertThat(missingIn("if (button.role === 'tab') list.at(-1)")).hasSize(2);
    assertThat(missingIn("event.submitter.click()")).hasSize(1);
    assertThat(missingIn("event.submitter ?? pressed; navigator.vibrate?.(400)")).isEmpty();
    assertThat(missingIn("button.getAttribute(\"role\"); element.setAttribute(\"inert\", \"\")"))
        .isEmpty();
  }
}
