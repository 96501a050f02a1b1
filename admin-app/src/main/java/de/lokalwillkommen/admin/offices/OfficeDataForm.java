package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingOffices;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.OfficeData;
import de.lokalwillkommen.core.texts.OfficeName;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The form for the name, address and rules of an office. */
@Named
@RequestScoped
public class OfficeDataForm {

  private ArrangingOffices arranging;
  private OfficesRequest asked;
  private OfficePage page;
  private CurrentUser me;
  private PageTexts texts;
  private OfficeLanguages languages;
  private OfficeNamesForm names;
  private TextsSeen seen;

  protected OfficeDataForm() {}

  @Inject
  OfficeDataForm(
      ArrangingOffices arranging,
      OfficesRequest asked,
      OfficePage page,
      CurrentUser me,
      PageTexts texts,
      OfficeLanguages languages,
      OfficeNamesForm names,
      TextsSeen seen) {
    this.arranging = arranging;
    this.asked = asked;
    this.page = page;
    this.me = me;
    this.texts = texts;
    this.languages = languages;
    this.names = names;
    this.seen = seen;
  }

  /** Saves the data and shows the office again, unless people who are affected stop that. */
  public void save() throws IOException {
    OfficeData data =
        new OfficeData(
            asked.word("name").orElse(""),
            asked.word("address").orElse(""),
            OfficeData.zone(asked.word("zone").orElse("")),
            asked.word("region"),
            number("credit"),
            number("lateAfter"),
            number("recallLimit"),
            asked.word("waitingLimit").map(entered -> asked.number("waitingLimit", entered)),
            number("lastTicketMinutes"),
            asked.word("publishesEstimate").isPresent(),
            languages.sent());
    List<OfficeName> called = names.sent();
    try {
      page.goOnUnlessAffected(
          version ->
              arranging.arrange(
                  me.get(), page.getId(), version, data, called, seen.getVersion(), asked.told()));
    } catch (Refused refused) {
      seen.renew(refused.refusal());
      throw refused;
    }
  }

  private int number(String field) {
    return asked.number(field, asked.word(field).orElse(""));
  }

  private boolean isSent() {
    return asked.isSent();
  }

  /** What is entered, or what applies. */
  public String value(String field) {
    return isSent() ? asked.word(field).orElse("") : present().getOrDefault(field, "");
  }

  private Map<String, String> present() {
    OfficeData data = asked.office().data();
    return Map.of(
        "name", data.name(),
        "address", data.address(),
        "zone", data.zone().getId(),
        "region", data.holidayRegion().orElse(""),
        "credit", "" + data.creditMinutes(),
        "lateAfter", "" + data.lateAfterMinutes(),
        "recallLimit", "" + data.recallLimit(),
        "waitingLimit", data.waitingLimit().map(Object::toString).orElse(""),
        "lastTicketMinutes", "" + data.lastTicketMinutes());
  }

  public boolean isPublishing() {
    return isSent()
        ? asked.word("publishesEstimate").isPresent()
        : asked.office().data().publishesEstimate();
  }

  public List<SelectItem> getRegions() {
    return FoundingForm.regions(texts);
  }
}
