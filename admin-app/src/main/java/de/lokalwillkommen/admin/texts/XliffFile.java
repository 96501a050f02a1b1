package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.core.kernel.MainLanguage;
import de.lokalwillkommen.core.texts.TextLine;
import de.lokalwillkommen.core.texts.TextSettings;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.okapi.lib.xliff2.XLIFFException;
import net.sf.okapi.lib.xliff2.core.Segment;
import net.sf.okapi.lib.xliff2.core.StartFileData;
import net.sf.okapi.lib.xliff2.core.Unit;
import net.sf.okapi.lib.xliff2.reader.Event;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import net.sf.okapi.lib.xliff2.writer.XLIFFWriter;

/**
 * Texts as XLIFF 2.0, the form of translation programs: a unit for each text, with its key as the
 * name, the German pattern as the source and that of the language as the target.
 */
final class XliffFile {

  /** Declares entities, which no file of texts needs: they can read files and fill the memory. */
  private static final Pattern DECLARATION = Pattern.compile("<!(?:DOCTYPE|ENTITY)");

  private static final Pattern UNIT = Pattern.compile("<unit\\b");

  private XliffFile() {}

  static String write(List<TextSettings> texts, String language) {
    StringWriter file = new StringWriter();
    try (XLIFFWriter xliff = new XLIFFWriter()) {
      xliff.create(file, MainLanguage.TAG, language);
      xliff.setLineBreak("\n");
      xliff.setUseIndentation(true);
      xliff.setStartFileData(new StartFileData("texts"));
      int number = 0;
      for (TextSettings text : texts) {
        number++;
        Unit unit = new Unit("u" + number);
        unit.setName(text.key());
        Segment segment = unit.appendSegment();
        segment.setSource(text.main());
        text.present().ifPresent(segment::setTarget);
        xliff.writeUnit(unit);
      }
    }
    return file.toString();
  }

  /**
   * The targets in a file; a unit without one is left out.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} if it is no XLIFF 2, or in
   *     another language
   */
  static List<TextLine> read(String file, String language) {
    if (DECLARATION.matcher(file).find()) {
      throw TextFile.refused("text.fileForm");
    }
    List<Integer> lines = linesOfUnits(file);
    List<TextLine> texts = new ArrayList<>();
    int units = 0;
    try (XLIFFReader xliff = new XLIFFReader()) {
      xliff.open(withoutEncoding(file));
      while (xliff.hasNext()) {
        Event event = xliff.next();
        if (event.isStartXliff()) {
          requireLanguage(event.getStartXliffData().getTargetLanguage(), language);
        } else if (event.isUnit()) {
          add(event.getUnit(), units < lines.size() ? lines.get(units) : 1, texts);
          units++;
        }
      }
    } catch (XLIFFException malformed) {
      throw TextFile.refused("text.fileForm");
    }
    return texts;
  }

  private static void add(Unit unit, int line, List<TextLine> texts) {
    StringBuilder target = new StringBuilder();
    for (Segment segment : unit.getSegments()) {
      if (segment.hasTarget()) {
        if (segment.getTarget().hasTag()) {
          throw TextFile.refused("text.fileLine", line);
        }
        target.append(segment.getTarget().getPlainText());
      }
    }
    if (!target.toString().isBlank()) {
      texts.add(
          new TextLine(line, unit.getName() == null ? "" : unit.getName(), target.toString()));
    }
  }

  private static void requireLanguage(String target, String language) {
    if (!language.equals(target)) {
      throw TextFile.refused("text.fileLanguage", target == null ? "–" : target);
    }
  }

  /** The library does not say where a unit stands. */
  private static List<Integer> linesOfUnits(String file) {
    List<Integer> lines = new ArrayList<>();
    Matcher unit = UNIT.matcher(file);
    int line = 1;
    int seen = 0;
    while (unit.find()) {
      line += (int) file.substring(seen, unit.start()).chars().filter(c -> c == '\n').count();
      seen = unit.start();
      lines.add(line);
    }
    return lines;
  }

  /** The browser has decoded the file already, whatever its first line says. */
  private static String withoutEncoding(String file) {
    return file.stripLeading().replaceFirst("^<\\?xml[^>]*\\?>", "");
  }
}
