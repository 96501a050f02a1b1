package de.lokalwillkommen.admin.history;

import de.lokalwillkommen.core.history.HistoryView;
import de.lokalwillkommen.core.kernel.Author;
import de.lokalwillkommen.core.kernel.AuthorKind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes changes in the reader's language. */
@RequestScoped
public class HistoryInWords {

  /** Corrections of visits, of which the day alone is kept. */
  private static final String VISIT = "visit";

  private OfficeDirectory offices;
  private ValuesInWords values;
  private PageTexts texts;

  protected HistoryInWords() {}

  @Inject
  HistoryInWords(OfficeDirectory offices, ValuesInWords values, PageTexts texts) {
    this.offices = offices;
    this.values = values;
    this.texts = texts;
  }

  /**
   * A change.
   *
   * @param at day and time on the clock of the office; of a correction the day alone
   * @param author role and pseudonym of a person, or what else has made it
   * @param office the name of the office; the empty string if the change concerns all
   * @param what the kind of thing and what was done
   * @param key which one it was; the empty string if there is only one
   * @param named whether the key is a name or a day, and not a code
   * @param parts what is different
   */
  public record Row(
      String at,
      String author,
      String office,
      String what,
      String key,
      boolean named,
      List<Part> parts) {}

  /**
   * One difference.
   *
   * @param name what it is
   * @param before how it was; the empty string if it was not
   * @param after how it is; the empty string if it is not
   */
  public record Part(String name, String before, String after) {}

  Row row(HistoryView entry, ZoneId zone) {
    return new Row(
        Moments.say(
            entry.kind().equals(VISIT) ? "yMMMd" : "yMMMdHm",
            entry.at(),
            zone,
            texts.getLanguage()),
        author(entry.author()),
        offices.find(entry.office()).map(OfficeProfile::name).orElse(entry.office()),
        values.said("history.kind.", entry.kind())
            + ": "
            + values.said("history.action.", entry.action()),
        values.key(entry.kind(), entry.key()),
        !values.key(entry.kind(), entry.key()).equals(entry.key()),
        Differences.list(entry.before(), entry.after()).stream()
            .map(
                d ->
                    new Part(
                        values.name(entry.kind(), d.member()),
                        value(entry, d.member(), d.before()),
                        value(entry, d.member(), d.after())))
            .toList());
  }

  private String value(HistoryView entry, String member, Optional<JsonValue> value) {
    return value.map(some -> values.say(entry.kind(), member, some)).orElse("");
  }

  private String author(Author author) {
    if (author.kind() != AuthorKind.STAFF) {
      return texts.of("history.author." + author.kind());
    }
    String roles =
        Arrays.stream(author.roles().split(" "))
            .filter(role -> !role.isEmpty())
            .map(role -> values.said("role.", role))
            .collect(Collectors.joining(", "));
    return texts.of(
        "history.person", author.pseudonym(), roles.isEmpty() ? texts.of("history.staff") : roles);
  }
}
