package de.lokalwillkommen.admin.page;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as a file for spreadsheets: semicolons, as they expect in German, and a byte order mark,
 * without which they would assume another encoding.
 */
public final class CsvFile {

  static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final CSVFormat FORMAT = CSVFormat.EXCEL.builder().setDelimiter(';').get();

  /** Beginnings of texts that a spreadsheet takes for formulas (OWASP: CSV injection). */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n].*", Pattern.DOTALL);

  private final CSVPrinter printer;

  /** Begins a file with a line of headings. */
  public CsvFile(Appendable out, List<String> headings) throws IOException {
    out.append(BYTE_ORDER_MARK);
    printer = new CSVPrinter(out, FORMAT);
    printer.printRecord(headings);
  }

  /** Adds a row; its texts are quoted for a spreadsheet if it would take them for formulas. */
  public void add(List<String> row) throws IOException {
    printer.printRecord(row.stream().map(CsvFile::harmless).toList());
  }

  static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
