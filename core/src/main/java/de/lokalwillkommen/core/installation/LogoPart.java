package de.lokalwillkommen.core.installation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A part of the stored logo. */
@Entity
@Table(name = "installation_logo")
class LogoPart {

  /** The longest text that a column takes in both databases is 32 672 characters. */
  private static final int LENGTH = 30_000;

  @Id private int part;

  private String content;

  protected LogoPart() {}

  private LogoPart(int part, String content) {
    this.part = part;
    this.content = content;
  }

  /** The parts of a logo, in their order. */
  static List<LogoPart> of(Logo logo) {
    String text = logo.base64();
    List<LogoPart> parts = new ArrayList<>();
    for (int from = 0; from < text.length(); from += LENGTH) {
      int until = Math.min(text.length(), from + LENGTH);
      parts.add(new LogoPart(parts.size(), text.substring(from, until)));
    }
    return parts;
  }

  String content() {
    return content;
  }
}
