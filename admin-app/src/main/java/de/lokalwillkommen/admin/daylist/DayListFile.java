package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.daylist.DayListView.Row;
import de.lokalwillkommen.admin.page.CsvFile;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The day list as a file for spreadsheets. */
@RequestScoped
public class DayListFile {

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
    CsvFile file =
        new CsvFile(
            out,
            Stream.of("day", "from", "until", "code", "topic", "language", "state", "number")
                .map(column -> texts.of("file." + column))
                .toList());
    for (Row row : rows) {
      file.add(
          List.of(
              row.day().toString(),
              row.at(),
              row.until(),
              row.code().inGroups(),
              texts.of("topic." + row.topic()),
              languages.nameOf(row.language(), texts.getLanguage()),
              texts.of(row.state()),
              row.number()));
    }
  }
}
