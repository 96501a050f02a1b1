package de.lokalwillkommen.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The picture and the list of core's packages in {@code docs/architecture.md} come from the arrows
 * that {@link ArchitectureTest} allows and from each package's docstring. With {@code
 * -Darchitecture.draw=true} this writes them anew.
 */
class PictureTest {

  private static final DrawnPart DOCUMENT =
      new DrawnPart(Path.of("../docs/architecture.md"), "PictureTest", "architecture.draw");
  private static final Path SOURCES = Path.of("src/main/java/de/lokalwillkommen/core");
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  @Test
  void thePictureShowsTheAllowedArrows() throws IOException {
    DOCUMENT.isDrawnAs(picture() + "\n" + list());
  }

  /** Leaves out the arrows that follow from others, which would hide the order. */
  private static String picture() {
    StringBuilder picture = new StringBuilder("```mermaid\nflowchart RL\n");
    new TreeMap<>(ArchitectureTest.MAY_USE)
        .forEach(
            (from, allowed) ->
                allowed.stream()
                    .sorted()
                    .filter(to -> allowed.stream().noneMatch(by -> isReached(by, to)))
                    .forEach(
                        to -> picture.append("  ").append(from).append(" --> ").append(to + "\n")));
    return picture.append("```\n").toString();
  }

  private static boolean isReached(String from, String to) {
    Set<String> next = ArchitectureTest.MAY_USE.get(from);
    return next.contains(to) || next.stream().anyMatch(by -> isReached(by, to));
  }

  private static String list() throws IOException {
    StringBuilder list =
        new StringBuilder("| package | may use | what belongs there |\n|---|---|---|\n");
    for (Map.Entry<String, Set<String>> entry :
        new TreeMap<>(ArchitectureTest.MAY_USE).entrySet()) {
      list.append("| `").append(entry.getKey()).append("` | ");
      list.append(String.join(", ", entry.getValue().stream().sorted().toList()));
      list.append(" | ").append(purposeOf(entry.getKey())).append(" |\n");
    }
    return list.toString();
  }

  private static String purposeOf(String name) throws IOException {
    String source = Files.readString(SOURCES.resolve(name).resolve("package-info.java"));
    Matcher comment = COMMENT.matcher(source);
    assertThat(comment.find()).as("the docstring of " + name).isTrue();
    return comment
        .group(1)
        .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
        .replaceAll("\\s*\\n\\s*\\*? ?", " ")
        .strip();
  }
}
