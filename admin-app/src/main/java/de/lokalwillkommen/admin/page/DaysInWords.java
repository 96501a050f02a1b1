package de.lokalwillkommen.admin.page;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.util.TimeZone;
import de.lokalwillkommen.web.text.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

/** Writes days in the reader's language, each to stand by itself as in a table. */
public final class DaysInWords {

  private static final String RIGHT_TO_LEFT_MARK = "\u200f";

  private DaysInWords() {}

  /** The name of a weekday. */
  public static String weekday(DayOfWeek day, Language reader) {
    return weekday(day, reader, DateFormatSymbols.WIDE);
  }

  /** The name of a weekday in few letters. */
  public static String briefly(DayOfWeek day, Language reader) {
    return weekday(day, reader, DateFormatSymbols.SHORT).replace(".", "");
  }

  private static String weekday(DayOfWeek day, Language reader, int width) {
    String[] names =
        DateFormatSymbols.getInstance(reader.locale())
            .getWeekdays(DateFormatSymbols.STANDALONE, width);
    // ICU counts from Sunday, which is 1
    return names[day.getValue() % 7 + 1];
  }

  /** A day with its weekday. */
  public static String day(LocalDate day, Language reader) {
    return format("yMMMEd", day, reader);
  }

  /** A day without its weekday. */
  public static String date(LocalDate day, Language reader) {
    return format("yMMMd", day, reader);
  }

  /** Day and month alone, to be written from left to right in every language. */
  public static String shortDay(LocalDate day, Language reader) {
    return format("Md", day, reader).replace(RIGHT_TO_LEFT_MARK, "");
  }

  private static String format(String skeleton, LocalDate day, Language reader) {
    DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, reader.locale());
    format.setContext(DisplayContext.CAPITALIZATION_FOR_STANDALONE);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }
}
