package de.lokalwillkommen.admin.mail;

import de.lokalwillkommen.web.text.Language;
import java.util.List;

/**
 * What a letter says, in the visitor's language. It does not name the topic.
 *
 * @param language the language in which it is written
 * @param brand the name of the installation
 * @param subject one line
 * @param greeting the first line
 * @param text what has happened
 * @param facts when, where and the code
 * @param scan what a QR code of the page beside it is for
 * @param closing the last line
 */
public record LetterContent(
    Language language,
    String brand,
    String subject,
    String greeting,
    String text,
    List<Fact> facts,
    String scan,
    String closing) {

  /** A line with a fact: a label and its value. */
  public record Fact(String label, String value) {}
}
