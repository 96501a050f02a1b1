package de.lokalwillkommen.web.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * An appointment as an iCalendar file (RFC 5545); it does not contain the topic. Times are in UTC,
 * which every calendar shows as its own local time. All files of one appointment have the same
 * identifier and a rising number, so that a later one replaces the earlier in a calendar, and that
 * of a cancelled appointment removes it.
 *
 * @param method {@code PUBLISH} or {@code CANCEL} (RFC 5546)
 * @param text the file, with line ends and folding as the format requires; sent as UTF-8
 */
public record CalendarFile(String method, String text) {

  /** The type of the content. */
  public static final String MEDIA_TYPE = "text/calendar; charset=UTF-8";

  /** The name under which it is saved; neutral, like everything in it. */
  public static final String NAME = "lokal-willkommen.ics";

  private static final String PRODUCT = "-//lokal willkommen//Kiosk//DE";
  private static final int LONGEST_LINE = 75;
  private static final String FOLD = "\r\n ";

  /**
   * The texts and the organiser.
   *
   * @param name the title of the appointment in every calendar
   */
  record Wording(
      UUID name,
      String place,
      String summary,
      String description,
      String organizerName,
      String organizerMail,
      URI page) {}

  static CalendarFile of(AppointmentView appointment, Wording wording, Instant now) {
    boolean cancelled = appointment.status() == AppointmentStatus.CANCELLED;
    VEvent event = new VEvent();
    event.setUid(wording.name().toString());
    // people with whom the calendar is shared see that its owner is busy, but not the code
    event.setClassification(Classification.private_());
    event.setSequence(appointment.moves() + (cancelled ? 1 : 0));
    event.setDateTimeStamp(Date.from(now));
    event.setDateStart(Date.from(appointment.start()));
    event.setDateEnd(Date.from(appointment.end()));
    event.setSummary(wording.summary());
    event.setDescription(wording.description());
    event.setLocation(
        appointment
            .officeAddress()
            .map(address -> wording.place() + ", " + address)
            .orElse(wording.place()));
    event.setUrl(wording.page().toString());
    event.setOrganizer(new Organizer(wording.organizerName(), wording.organizerMail()));
    event.setStatus(cancelled ? Status.cancelled() : Status.confirmed());
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    calendar.setMethod(cancelled ? Method.CANCEL : Method.PUBLISH);
    calendar.addEvent(event);
    return new CalendarFile(calendar.getMethod().getValue(), written(calendar));
  }

  /** The file as it is sent. */
  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String written(ICalendar calendar) {
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folded(text.toString());
  }

  /** A line has at most 75 bytes; the library would count characters. */
  private static String folded(String text) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (int character : text.codePoints().toArray()) {
      String written = Character.toString(character);
      int bytes = written.getBytes(StandardCharsets.UTF_8).length;
      if (character == '\r' || character == '\n') {
        length = 0;
      } else if (length + bytes > LONGEST_LINE) {
        lines.append(FOLD);
        length = 1 + bytes;
      } else {
        length += bytes;
      }
      lines.append(written);
    }
    return lines.toString();
  }
}
