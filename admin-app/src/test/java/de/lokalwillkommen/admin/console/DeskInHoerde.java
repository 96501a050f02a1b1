package de.lokalwillkommen.admin.console;

import static de.lokalwillkommen.core.booking.BookingOffice.hours;
import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.eving;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;

import de.lokalwillkommen.admin.live.LineVersion;
import de.lokalwillkommen.admin.page.ActionFeedback;
import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.admin.page.LineInWords;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.FormRequest;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingDesk;
import de.lokalwillkommen.core.calling.CallingFixture;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.calling.CounterMatters;
import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.OwnShift;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SecretToken;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.SigningIn;
import de.lokalwillkommen.core.ticketing.InMemoryOfficeLines;
import de.lokalwillkommen.core.ticketing.TodaysLine;
import de.lokalwillkommen.core.today.InMemoryDayMemory;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A counter in Hörde with everything but a server, on a Monday at ten. Appointments can be booked
 * at any time of a Monday, in Eving too.
 */
public class DeskInHoerde {

  public static final SignedIn ME =
      new SignedIn(
          7,
          "hoerde-1",
          "Beratung 1",
          Set.of(Role.COUNSELLOR),
          Optional.of("hoerde"),
          Optional.of(COUNTER_1),
          "csrf");

  public final BookingDesk booking =
      new BookingDesk(hoerde(), eving())
          .with("hoerde", hours(DayOfWeek.MONDAY, 0, 24, 2))
          .with("eving", hours(DayOfWeek.MONDAY, 0, 24, 2));
  final InMemoryStaff staff = new InMemoryStaff();
  final OwnShift ownShift = new OwnShift(staff);
  public final ActionFeedback feedback = new ActionFeedback(booking.clock);
  public final FormRequest sent = new FormRequest(ME);
  public final CommandParameters asked = new CommandParameters(sent.request());
  final Texts texts = Texts.of("admin");
  public final PageTexts page = new PageTexts(texts, sent.request());
  public final SpokenLanguages languages = new SpokenLanguages(texts);
  final ConsoleView console;
  final InMemoryDayMemory memory = new InMemoryDayMemory();
  final CallingTickets calling;
  public final Lines lines;
  public final LineVersion versions = new VersionOfTheBook();
  public final CurrentWorkplace here;

  public DeskInHoerde() {
    Offices offices = OfficeFixture.offices(hoerde(), eving());
    InMemoryOfficeLines officeLines = new InMemoryOfficeLines();
    Desks desks = new Desks(staff, booking.clock);
    lines = new Lines(offices, officeLines, booking.tickets, desks, booking.clock);
    here = new CurrentWorkplace(new OfficeDirectory(offices), sent.me());
    console =
        new ConsoleView(
            lines,
            new CounterMatters(offices, booking.tickets, desks, memory, booking.clock),
            booking.lists,
            versions,
            here,
            ownShift,
            desks,
            new AlwaysInUse(),
            languages,
            new LineInWords(texts, languages),
            page,
            asked,
            sent.me(),
            booking.clock);
    calling =
        CallingFixture.calling(
            offices,
            booking.tickets,
            new TodaysLine(officeLines, booking.tickets, new RecordedEvents()),
            desks,
            memory,
            booking.clock);
  }

  /** Books an appointment in Hörde that many minutes from now. */
  public AppointmentView bookedIn(int minutes) {
    return booking.booked("hoerde", booking.clock.instant().plus(Duration.ofMinutes(minutes)));
  }

  private static final class AlwaysInUse extends SigningIn {

    @Override
    public boolean isUnusedForLong(SecretToken token) {
      return false;
    }
  }

  private final class VersionOfTheBook extends LineVersion {

    @Override
    public long of(String office) {
      return booking.lists.versionOf(office);
    }
  }
}
