package de.lokalwillkommen.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check finds violations. */
class RecordsOnPagesCheckTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "#{board.first.open},                                Row.open",
    "#{board.first.name.concat(board.first.label)},      Row.label",
    "#{board.first.shout},                               Row.shout",
    "a text with #{not empty board.named('x').open},     Row.open",
    "#{board.loud ? board.first : board.byName['a'].open}, Row.open",
    "#{board.shown.open},                                Row.open",
  })
  void methodsReadAsPropertiesAreFound(String expression, String wrong) throws IOException {
    assertThat(lookAt("<p>" + expression + "</p>").wrong())
        .singleElement()
        .asString()
        .endsWith(wrong);
    assertThat(lookAt("<p title=\"" + expression + "\"/>").wrong()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ui:repeat value=\"#{board.rows}\" var=\"row\"><b>#{row.open}</b></ui:repeat>",
        "<b>#{row.open}</b><ui:repeat value=\"#{board.rows}\" var=\"row\"/>",
        "<c:forEach items=\"#{board.array}\" var=\"row\"><b>#{row.open}</b></c:forEach>",
        "<ui:include src=\"x\"><ui:param name=\"it\" value=\"#{board.first}\"/></ui:include><b>#{it.open}</b>",
        "<lw:row shown=\"#{board.first}\"/><b>#{shown.open}</b>",
        "<c:set var=\"it\" value=\"#{board.first}\"/><b>#{it.open}</b>",
      })
  void itIsFoundBehindNamesThatPagesGive(String markup) throws IOException {
    assertThat(lookAt(markup).wrong()).singleElement().asString().endsWith("Row.open");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#{board.first.isOpen()}", "#{board.first.name}", "#{board.first.name()}", "#{board.loud}",
        "#{board.first.shout()}", "#{unknown.open}", "#{'board.first.open'}", "#{board.rows.size()}"
      })
  void workingExpressionsAreNoFindings(String expression) throws IOException {
    assertThat(lookAt("<p>" + expression + "</p>").wrong()).isEmpty();
  }

  private PageExpressions.Findings lookAt(String markup) throws IOException {
    PageExpressions expressions =
        new PageExpressions(Map.of("board", Board.class), Set.of(Row.class));
    Path page = folder.resolve("page.xhtml");
    Files.writeString(page, "<html xmlns:ui='u' xmlns:c='c' xmlns:lw='lw'>" + markup + "</html>");
    expressions.add(page);
    return expressions.look();
  }

  /** What may be shown. */
  interface Shown {
    boolean isOpen();
  }

  record Row(String name) implements Shown {
    @Override
    public boolean isOpen() {
      return true;
    }

    public String getLabel() {
      return name;
    }

    public String shout() {
      return name + "!";
    }
  }

  /** A bean of a page. */
  public abstract static class Board {
    public abstract Row getFirst();

    public abstract Shown getShown();

    public abstract List<? extends Row> getRows();

    public abstract Row[] getArray();

    public abstract Map<String, Row> getByName();

    public abstract Row named(String name);

    public abstract boolean isLoud();
  }
}
