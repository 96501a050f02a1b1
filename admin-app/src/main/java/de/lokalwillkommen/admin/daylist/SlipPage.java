package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.CurrentWorkplace;
import de.lokalwillkommen.core.booking.AppointmentLists;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
import de.lokalwillkommen.web.page.PublicAddress;
import de.lokalwillkommen.web.page.QrCode;
import de.lokalwillkommen.web.page.VisitorPage;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** An appointment on paper, in the visitor's language, with a QR code of its page. */
@Named
@RequestScoped
public class SlipPage {

  private AppointmentLists appointments;
  private Texts allTexts;
  private PageTexts texts;
  private CommandParameters asked;
  private CurrentWorkplace here;
  private HttpServletRequest request;
  private PublicAddress publicAddress;
  private FacesContext context;

  private Optional<AppointmentView> appointment = Optional.empty();
  private Language reader;

  protected SlipPage() {}

  @Inject
  SlipPage(
      AppointmentLists appointments,
      Texts allTexts,
      PageTexts texts,
      CommandParameters asked,
      CurrentWorkplace here,
      HttpServletRequest request,
      PublicAddress publicAddress,
      FacesContext context) {
    this.appointments = appointments;
    this.allTexts = allTexts;
    this.texts = texts;
    this.asked = asked;
    this.here = here;
    this.request = request;
    this.publicAddress = publicAddress;
    this.context = context;
  }

  /** Reads the appointment; refused as unknown if it is another office's. */
  public void enter() throws IOException {
    reader = texts.getLanguage();
    appointment =
        asked
            .word("code")
            .filter(code -> here.isSomewhere())
            .flatMap(BookingCode::find)
            .flatMap(code -> appointments.find(here.getOfficeId(), code));
    if (appointment.isEmpty()) {
      context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
      context.responseComplete();
      return;
    }
    allTexts.find(get().language()).map(Language::tag).ifPresent(texts::speak);
  }

  public String getCode() {
    return get().code().inGroups();
  }

  public String getOffice() {
    return texts.office(get().office(), get().officeName()).text();
  }

  /** Leaves out the topic, since others may find the paper. */
  public String getDay() {
    return Moments.dayAndYear(get().start(), get().zone(), texts.getLanguage());
  }

  public String getTime() {
    return Moments.time(get().start(), get().zone());
  }

  /** The QR code with the address of the appointment's page. */
  public QrCode getQrCode() {
    return QrCode.of(
        publicAddress.of(request, VisitorPage.appointment(get().code().toString()).onServer()));
  }

  /** A text in the counsellor's language, not in that of the slip. */
  public String forReader(String key) {
    return allTexts.get(reader, key);
  }

  public Language getReader() {
    return reader;
  }

  private AppointmentView get() {
    return appointment.orElseThrow();
  }
}
