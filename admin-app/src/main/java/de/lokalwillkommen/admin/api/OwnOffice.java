package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The office in an address, if the caller works there. */
@RequestScoped
public class OwnOffice {

  private OfficeDirectory offices;
  private CurrentUser me;

  protected OwnOffice() {}

  @Inject
  OwnOffice(OfficeDirectory offices, CurrentUser me) {
    this.offices = offices;
    this.me = me;
  }

  /**
   * The office of a slug.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused {@code UNKNOWN} if the caller works elsewhere,
   *     as for an office that does not exist
   */
  OfficeProfile get(String office) {
    if (!me.get().worksIn(office)) {
      throw Refusal.of(Kind.UNKNOWN, "office.unknown").asException();
    }
    return offices.get(office);
  }
}
