package de.lokalwillkommen.admin.people;

import de.lokalwillkommen.admin.page.DaysInWords;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.people.ManagingPeople.Invited;
import de.lokalwillkommen.core.people.PersonView;
import de.lokalwillkommen.web.page.PublicAddress;
import de.lokalwillkommen.web.page.QrCode;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * An invitation to hand over: shown once, in the answer to the command that has made it. The paper
 * is always in German.
 */
@Named
@RequestScoped
public class InvitationSheet {

  private PublicAddress publicAddress;
  private OfficeDirectory offices;
  private Texts texts;
  private HttpServletRequest request;

  private Optional<Invited> invited = Optional.empty();

  protected InvitationSheet() {}

  @Inject
  InvitationSheet(
      PublicAddress publicAddress,
      OfficeDirectory offices,
      Texts texts,
      HttpServletRequest request) {
    this.publicAddress = publicAddress;
    this.offices = offices;
    this.texts = texts;
    this.request = request;
  }

  void show(Invited invitation) {
    invited = Optional.of(invitation);
  }

  /** Whether there is one to show. */
  public boolean isThere() {
    return invited.isPresent();
  }

  public String getName() {
    return person().details().displayName();
  }

  public String getLogin() {
    return person().login();
  }

  public String getCode() {
    return get().code().inGroups();
  }

  /** The address of the page on which the code is typed. */
  public String getAddress() {
    return publicAddress.of(request, request.getContextPath() + "/invitation");
  }

  /** The same with the code, in the part that browsers send to no server. */
  public String getLink() {
    return getAddress() + "#" + getCode();
  }

  public QrCode getQrCode() {
    return QrCode.of(getLink());
  }

  /** The last day on which the code can be used, in German. */
  public String getUntil() {
    ZoneId zone =
        person()
            .details()
            .office()
            .flatMap(offices::find)
            .or(() -> offices.list().stream().findFirst())
            .map(OfficeProfile::zone)
            .orElse(ZoneOffset.UTC);
    return DaysInWords.day(LocalDate.ofInstant(get().until(), zone), texts.language(Texts.FIRST));
  }

  /** A text in German. */
  public String say(String key) {
    return texts.get(texts.language(Texts.FIRST), key);
  }

  /** A text in German with an argument. */
  public String say(String key, Object argument) {
    return texts.get(texts.language(Texts.FIRST), key, argument);
  }

  private PersonView person() {
    return get().person();
  }

  private Invited get() {
    return invited.orElseThrow();
  }
}
