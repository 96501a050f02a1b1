package de.lokalwillkommen.kiosk.page;

import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The languages that the kiosk of the requested office offers. */
@Named
@RequestScoped
public class KioskLanguages {

  private PageState here;
  private OfficeDirectory offices;
  private Texts texts;

  protected KioskLanguages() {}

  @Inject
  KioskLanguages(PageState here, OfficeDirectory offices, Texts texts) {
    this.here = here;
    this.offices = offices;
    this.texts = texts;
  }

  /** As the office has arranged them, or all; one without complete texts is left out. */
  public List<Language> getAll() {
    return offices
        .find(here.getOffice())
        .map(OfficeProfile::languages)
        .filter(arranged -> !arranged.isEmpty())
        .map(arranged -> arranged.stream().map(texts::find).flatMap(Optional::stream).toList())
        .orElseGet(texts::languages);
  }
}
