package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.daylist.DayListView.Row;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The day list as a file for spreadsheets: semicolons, as they expect in German, and a byte order
 * mark, without which they would assume another encoding.
 */
@RequestScoped
public class DayListFile {

  static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final CSVFormat FORMAT = CSVFormat.EXCEL.builder().setDelimiter(';').get();

  /** Beginnings of texts that a spreadsheet takes for formulas (OWASP: CSV injection). */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n].*", Pattern.DOTALL);

  private SpokenLanguages languages;
  private PageTexts texts;

  protected DayListFile() {}

  @Inject
  DayListFile(SpokenLanguages languages, PageTexts texts) {
    this.languages = languages;
    this.texts = texts;
  }

  /** Writes rows in their order below a line of headings. */
  void write(Iterable<Row> rows, Appendable out) throws IOException {
    out.append(BYTE_ORDER_MARK);
    CSVPrinter printer = new CSVPrinter(out, FORMAT);
    printer.printRecord(
        Stream.of("day", "from", "until", "code", "topic", "language", "state", "number")
            .map(column -> texts.of("file." + column))
            .toList());
    for (Row row : rows) {
      printer.printRecord(
          Stream.of(
                  row.day().toString(),
                  row.at(),
                  row.until(),
                  row.code().inGroups(),
                  texts.of("topic." + row.topic()),
                  languages.nameOf(row.language(), texts.getLanguage()),
                  texts.of(row.state()),
                  row.number())
              .map(DayListFile::harmless)
              .toList());
    }
  }

  /** The text, quoted for a spreadsheet if it would take it for a formula. */
  static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
