package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.core.texts.TextKey;
import de.lokalwillkommen.core.texts.TextPlan;
import de.lokalwillkommen.core.texts.TextSettings;
import de.lokalwillkommen.core.texts.TopicName;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import de.lokalwillkommen.web.text.VisitorTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What a topic is called in each language, in the form for a topic. */
@Named
@RequestScoped
public class TopicNamesForm {

  private TextPlan plan;
  private VisitorTexts texts;
  private OfficesRequest asked;

  protected TopicNamesForm() {}

  @Inject
  TopicNamesForm(TextPlan plan, VisitorTexts texts, OfficesRequest asked) {
    this.plan = plan;
    this.texts = texts;
    this.asked = asked;
  }

  /**
   * The names in one language, as they are entered.
   *
   * @param required whether there has to be a name
   */
  public record Row(Language language, String name, String description, boolean required) {}

  public List<Row> getRows() {
    return texts.listLanguages().stream().map(this::row).toList();
  }

  private Row row(Language language) {
    String topic = asked.word("topic").orElse("");
    String tag = language.tag();
    return new Row(
        language,
        value("name-" + tag, tag, TextKey.ofTopic(topic)),
        value("description-" + tag, tag, TextKey.ofTopicDescription(topic)),
        tag.equals(Texts.FIRST));
  }

  private String value(String field, String language, String key) {
    return asked.isSent()
        ? asked.word(field).orElse("")
        : plan.find(language, key).flatMap(TextSettings::present).orElse("");
  }

  List<TopicName> sent() {
    return getRows().stream()
        .map(row -> new TopicName(row.language().tag(), row.name(), row.description()))
        .toList();
  }
}
