package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.core.texts.OfficeName;
import de.lokalwillkommen.core.texts.TextPlan;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import de.lokalwillkommen.web.text.VisitorTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What an office is called in languages other than German, in the form for its data. */
@Named
@RequestScoped
public class OfficeNamesForm {

  private TextPlan plan;
  private VisitorTexts texts;
  private OfficesRequest asked;

  protected OfficeNamesForm() {}

  @Inject
  OfficeNamesForm(TextPlan plan, VisitorTexts texts, OfficesRequest asked) {
    this.plan = plan;
    this.texts = texts;
    this.asked = asked;
  }

  /** The name in one language, as it is entered; empty for the one name of the office. */
  public record Row(Language language, String name) {}

  public List<Row> getRows() {
    return texts.listLanguages().stream()
        .filter(language -> !language.tag().equals(Texts.FIRST))
        .map(language -> new Row(language, name(language.tag())))
        .toList();
  }

  private String name(String language) {
    return asked.isSent()
        ? asked.word("name-" + language).orElse("")
        : plan.findNameOfOffice(language, asked.office().id()).orElse("");
  }

  /** Whether one of the names is given. */
  public boolean isNamed() {
    return getRows().stream().anyMatch(row -> !row.name().isEmpty());
  }

  List<OfficeName> sent() {
    return getRows().stream().map(row -> new OfficeName(row.language().tag(), row.name())).toList();
  }
}
