package de.lokalwillkommen.admin.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class HistoryPageTest {

  private final HistoryPage page = new HistoryPage();

  @Test
  void allKindsThatHaveANameCanBeChosen() {
    assertThat(page.getKinds())
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(named("history.kind.", "all"));
  }

  @Test
  void allActionsThatHaveANameCanBeChosen() {
    assertThat(page.getActions())
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(named("history.action.", ""));
  }

  private static List<String> named(String beginning, String without) {
    return ResourceBundle.getBundle("de.lokalwillkommen.admin.messages_de").keySet().stream()
        .filter(key -> key.startsWith(beginning))
        .map(key -> key.substring(beginning.length()))
        .filter(name -> !name.equals(without))
        .toList();
  }
}
