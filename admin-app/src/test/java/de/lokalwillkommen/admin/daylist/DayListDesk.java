package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.console.DeskInHoerde;
import de.lokalwillkommen.admin.mail.LetterWords;
import de.lokalwillkommen.admin.mail.NamedInstallation;
import de.lokalwillkommen.admin.page.StaffCodeLimit;
import de.lokalwillkommen.web.app.Installation;
import de.lokalwillkommen.web.app.MailSettings;
import de.lokalwillkommen.web.security.RecordedSecurityLog;
import de.lokalwillkommen.web.text.Texts;

/** The same counter, at which the day list is open. */
final class DayListDesk extends DeskInHoerde {

  final RecordedSecurityLog log = new RecordedSecurityLog();
  final StaffCodeLimit limit = new StaffCodeLimit(booking.lists, sent.me(), new InUse(), log, null);
  final DayListView list =
      new DayListView(booking.lists, lines, languages, versions, page, booking.clock, asked, here);
  final SlotPicker slots = new SlotPicker(booking.byStaff, languages, page, asked, here, sent.me());
  final WorkingListView workingView =
      new WorkingListView(
          booking.rebooking, languages, new Mailing(), page, booking.clock, asked, here, sent.me());
  final Rebooked rebooked = new Rebooked(page, here);
  final WorkingListPage working =
      new WorkingListPage(booking.rebooking, workingView, rebooked, asked, sent.me());
  final LetterSamples letters =
      new LetterSamples(
          working,
          workingView,
          new LetterWords(Texts.of("admin"), NamedInstallation.NAME),
          languages,
          page);
  final DayListPage listPage =
      new DayListPage(booking.byStaff, slots, list, page, feedback, asked, sent.me(), limit);

  /** What a search finds in other offices, as a new request sees it. */
  AppointmentElsewhere elsewhere() {
    list.load();
    return new AppointmentElsewhere(booking.byStaff, list, languages, page, here, sent.me(), limit);
  }

  /** An installation that is no demonstration. */
  private static final class InUse extends Installation {

    @Override
    public boolean isDemo() {
      return false;
    }
  }

  /** A server that sends letters. */
  private static final class Mailing extends MailSettings {

    @Override
    public boolean isMailing() {
      return true;
    }
  }
}
