package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.mail.LetterContent;
import de.lokalwillkommen.admin.mail.LetterWords;
import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.booking.AppointmentStatus;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.web.page.PublicAddress;
import de.lokalwillkommen.web.page.QrCode;
import de.lokalwillkommen.web.page.VisitorPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Letters on paper about moved and cancelled appointments, each in the visitor's language. */
@Named
@RequestScoped
public class LettersPage {

  private AppointmentLists appointments;
  private LetterWords words;
  private CommandParameters asked;
  private CurrentWorkplace here;
  private PublicAddress publicAddress;
  private HttpServletRequest request;
  private FacesContext context;

  private List<Paper> papers = List.of();

  protected LettersPage() {}

  @Inject
  LettersPage(
      AppointmentLists appointments,
      LetterWords words,
      CommandParameters asked,
      CurrentWorkplace here,
      PublicAddress publicAddress,
      HttpServletRequest request,
      FacesContext context) {
    this.appointments = appointments;
    this.words = words;
    this.asked = asked;
    this.here = here;
    this.publicAddress = publicAddress;
    this.request = request;
    this.context = context;
  }

  /**
   * A sheet.
   *
   * @param code the visitor's code, by which staff knows whose it is
   * @param letter what it says
   * @param qrCode the address of the appointment's page
   * @param address where the office is; the empty string if it is not known
   */
  public record Paper(String code, LetterContent letter, QrCode qrCode, String address) {}

  /** Reads the appointments; those of other offices are left out. */
  public void enter() throws IOException {
    if (here.isSomewhere()) {
      papers =
          asked.words("code").stream()
              .map(BookingCode::find)
              .flatMap(Optional::stream)
              .flatMap(code -> appointments.find(here.getOfficeId(), code).stream())
              .sorted(
                  Comparator.comparing(AppointmentView::start).thenComparing(AppointmentView::id))
              .map(this::paper)
              .toList();
    }
    if (papers.isEmpty()) {
      context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
      context.responseComplete();
    }
  }

  private Paper paper(AppointmentView appointment) {
    LetterKind kind =
        appointment.status() == AppointmentStatus.CANCELLED
            ? LetterKind.CANCELLED
            : appointment.moves() > 0 ? LetterKind.MOVED : LetterKind.BOOKED;
    String page = VisitorPage.appointment(appointment.code().toString()).onServer();
    return new Paper(
        appointment.code().inGroups(),
        words.about(appointment, kind),
        QrCode.of(publicAddress.of(request, page)),
        appointment.officeAddress().orElse(""));
  }

  public List<Paper> getPapers() {
    return papers;
  }
}
