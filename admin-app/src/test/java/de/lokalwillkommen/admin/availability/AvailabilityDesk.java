package de.lokalwillkommen.admin.availability;

import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.FormRequest;
import de.lokalwillkommen.core.availability.PlannedOffice;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeFixture;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.faces.context.ExternalContextWrapper;

/** The availability pages of Hörde and Eving, outside a server. */
public class AvailabilityDesk {

  public static final Texts TEXTS = Texts.of("admin");
  static final SpokenLanguages LANGUAGES = new SpokenLanguages(TEXTS);
  public static final AvailabilityInWords WORDS = new AvailabilityInWords(TEXTS, LANGUAGES);

  public final PlannedOffice offices =
      new PlannedOffice(OfficeFixture.hoerde(), OfficeFixture.eving());
  public final SignedIn lead = offices.signedIn("Leitung Hörde", "hoerde", Role.OFFICE_LEAD);
  public final SignedIn admin = offices.signedIn("Koordination", null, Role.ADMIN);

  /** One request of a person, and the beans that answer it. */
  class Request {

    final FormRequest sent;
    final PageTexts texts;
    final AvailabilityRequest asked;
    final OrphanWarning orphans;
    final AvailabilityPage page;
    final HoursForm hours;
    final ExceptionForm fewer;
    final ClosureForm closing;
    final TermsForm terms;
    String ledTo = "";

    Request(SignedIn by, String... fields) {
      sent = new FormRequest(by);
      for (int i = 0; i < fields.length; i += 2) {
        sent.with(fields[i], fields[i + 1]);
      }
      OfficeDirectory directory = new OfficeDirectory(offices.offices);
      texts = new PageTexts(TEXTS, sent.request());
      asked = new AvailabilityRequest(sent.request(), directory, offices.clock, sent.me());
      BookedDays days = new BookedDays(sent.me(), asked, WORDS, texts);
      orphans = new OrphanWarning(days, asked, WORDS, texts);
      page = new AvailabilityPage(offices.plan, days, WORDS, asked, texts, new Browser());
      hours =
          new HoursForm(
              offices.arranging, offices.plan, LANGUAGES, orphans, page, asked, texts, sent.me());
      fewer = new ExceptionForm(offices.arranging, orphans, page, asked);
      closing = new ClosureForm(offices.arranging, orphans, page, asked, WORDS, texts);
      terms = new TermsForm(offices.arranging, offices.plan, page, asked, sent.me());
    }

    @SuppressWarnings("unchecked") // a raw map in the wrapper itself
    private final class Browser extends ExternalContextWrapper {

      Browser() {
        super(null);
      }

      @Override
      public void redirect(String url) {
        ledTo = url;
      }
    }
  }
}
