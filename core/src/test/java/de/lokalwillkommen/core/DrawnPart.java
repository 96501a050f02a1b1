package de.lokalwillkommen.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a document that is drawn from the code, between two comments in it.
 *
 * @param document the document
 * @param test the simple name of the test that draws it
 * @param property the system property that makes the test write it anew
 */
public record DrawnPart(Path document, String test, String property) {

  private static final Pattern PART =
      Pattern.compile(
          "(?<=<!-- drawn -->\n\n).*(?=\n<!-- end of what is drawn -->)", Pattern.DOTALL);

  /** Compares the part with what the code says now, or writes it anew. */
  public void isDrawnAs(String drawn) throws IOException {
    String text = Files.readString(document);
    if (Boolean.getBoolean(property)) {
      Files.writeString(document, PART.matcher(text).replaceFirst(Matcher.quoteReplacement(drawn)));
      return;
    }
    Matcher present = PART.matcher(text);
    assertThat(present.find()).isTrue();
    assertThat(present.group())
        .as("redraw it: mvn -o -q test -pl core -Dtest=%s -D%s=true", test, property)
        .isEqualTo(drawn);
  }
}
