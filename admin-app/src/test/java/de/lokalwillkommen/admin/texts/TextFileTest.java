package de.lokalwillkommen.admin.texts;

import static de.lokalwillkommen.core.kernel.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.texts.TextArea;
import de.lokalwillkommen.core.texts.TextLine;
import de.lokalwillkommen.core.texts.TextSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {

  private static final String KEY = "kiosk/home.waiting";
  private static final String PATTERN =
      "{0, plural, one {<b>\"#\" & 'x'</b>} other {C:\\temp = أشخاص #}}";
  private static final List<TextSettings> TEXTS =
      List.of(
          text(KEY, Optional.of(PATTERN)),
          text("kiosk/home.greeting", Optional.empty()),
          text("web/brand", Optional.of("# !")));
  private static final String XLIFF =
      """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="de" trgLang="ar">
       <file id="f1">
        <unit id="u1" name="kiosk/one">
         <segment><source>Eins</source><target>واحد</target></segment>
        </unit>
        <unit id="u2" name="kiosk/two"><segment><source>Zwei</source></segment></unit>
        <unit id="u3" name="kiosk/three"><segment><source>Drei</source><target>%s</target></segment></unit>
       </file>
      </xliff>
      """;

  private static TextSettings text(String key, Optional<String> shipped) {
    return new TextSettings(
        key, TextArea.of(key), "Guten Tag & <Hallo>", shipped, Optional.empty(), 0, List.of());
  }

  @Test
  void propertiesComeBackAsTheyWere() {
    List<TextLine> lines = TextFile.read(PropertiesFile.write(TEXTS), "ar");

    assertThat(lines)
        .containsExactly(new TextLine(1, KEY, PATTERN), new TextLine(3, "web/brand", "# !"));
  }

  @Test
  void xliffComesBackAsItWas() {
    String file = XliffFile.write(TEXTS, "ar");

    assertThat(file)
        .contains("srcLang=\"de\"", "trgLang=\"ar\"", "Guten Tag &amp; &lt;Hallo&gt;")
        .doesNotContain("<b>");
    assertThat(TextFile.read("\uFEFF" + file, "ar"))
        .extracting(TextLine::key, TextLine::pattern)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(KEY, PATTERN),
            org.assertj.core.groups.Tuple.tuple("web/brand", "# !"));
  }

  @Test
  void aLineOfXliffIsThatOfItsUnit() {
    assertThat(TextFile.read(XLIFF.formatted("ثلاثة"), "ar"))
        .containsExactly(
            new TextLine(4, "kiosk/one", "واحد"), new TextLine(8, "kiosk/three", "ثلاثة"));
  }

  @Test
  void aLineOfPropertiesIsItsFirst() {
    String file =
        """
        # a comment that ends so \\
        kiosk/one = Eins \\
           und mehr

        kiosk/two:Z\\u00e4i
        """;

    assertThat(TextFile.read(file, "de"))
        .containsExactly(
            new TextLine(2, "kiosk/one", "Eins und mehr"), new TextLine(5, "kiosk/two", "Zäi"));
  }

  @Test
  void aMalformedLineIsNamed() {
    assertThat(refusalOf(() -> TextFile.read("a=b\nc=\\u00g0", "de")))
        .satisfies(
            refusal -> {
              assertThat(refusal.key()).isEqualTo("text.fileLine");
              assertThat(refusal.arguments()).containsExactly(2);
            });
    assertThat(
            refusalOf(
                    () ->
                        TextFile.read(
                            XLIFF
                                .formatted("<ph id=\"1\"/> a")
                                .replace("\"2.0\" srcLang", "\"2.0\" srcLang"),
                            "ar"))
                .key())
        .isEqualTo("text.fileLine");
  }

  @Test
  void aFileOfAnotherLanguageIsRefused() {
    assertThat(refusalOf(() -> TextFile.read(XLIFF.formatted("x"), "en")).key())
        .isEqualTo("text.fileLanguage");
  }

  /** Entities read files of the server (XXE) or fill its memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE xliff [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE xliff SYSTEM \"http://127.0.0.1/x.dtd\">",
        "<!DOCTYPE xliff [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
      })
  void declarationsAreRefused(String declaration) {
    String file = declaration + XLIFF.formatted("&x;").replaceFirst("<\\?xml.*\\?>", "");

    assertThat(refusalOf(() -> TextFile.read(file, "ar")).key()).isEqualTo("text.fileForm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<xliff/>",
        "<html><body>no</body></html>",
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"/>",
        "<",
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"de\""
            + " trgLang=\"ar\"><file id=\"f\"><unit id=\"u\">&undeclared;</unit></file></xliff>"
      })
  void whatIsNoXliffIsRefused(String file) {
    assertThat(refusalOf(() -> TextFile.read(file, "ar")).key())
        .isIn("text.fileForm", "text.fileLanguage");
  }

  @Test
  void aFileHasLimits() {
    assertThat(refusalOf(() -> TextFile.read("x=" + "y".repeat(500_000), "de")).key())
        .isEqualTo("text.fileTooLarge");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i <= 2_000; i++) {
      many.append('k').append(i).append("=v\n");
    }
    assertThat(refusalOf(() -> TextFile.read(many.toString(), "de")).key())
        .isEqualTo("text.fileTooLarge");
    assertThat(refusalOf(() -> TextFile.read("# nothing", "de")).key()).isEqualTo("text.fileEmpty");
  }
}
