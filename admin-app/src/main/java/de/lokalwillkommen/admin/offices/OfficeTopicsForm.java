package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingOffices;
import de.lokalwillkommen.core.arranging.OfficeSettings;
import de.lokalwillkommen.core.offices.TopicRule;
import de.lokalwillkommen.web.request.SentValues;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The form for the topics of an office, their order and their usual minutes there. */
@Named
@RequestScoped
public class OfficeTopicsForm {

  private static final String TOPIC = "topic";
  private static final String PLACE = "topicPlace";
  private static final String MINUTES = "topicMinutes";

  private ArrangingOffices arranging;
  private OfficesRequest asked;
  private OfficePage page;
  private CurrentUser me;

  protected OfficeTopicsForm() {}

  @Inject
  OfficeTopicsForm(
      ArrangingOffices arranging, OfficesRequest asked, OfficePage page, CurrentUser me) {
    this.arranging = arranging;
    this.asked = asked;
    this.page = page;
    this.me = me;
  }

  /**
   * A topic of the catalogue.
   *
   * @param ticked whether the office advises on it
   * @param place its place on the kiosk of the office, as entered; the empty string if it has none
   * @param minutes its usual minutes in the office, as entered; the empty string if they are those
   *     of the catalogue
   * @param catalogue its usual minutes in the catalogue
   */
  public record Row(String id, boolean ticked, String place, String minutes, int catalogue) {}

  /** All topics, those with a place first, in their order. */
  public List<Row> getRows() {
    OfficeSettings office = asked.office();
    Comparator<Row> byPlace =
        Comparator.comparingInt(
            row -> placeOf(office.topicRules().get(row.id())).orElse(Integer.MAX_VALUE));
    return office.catalogue().entrySet().stream()
        .map(topic -> row(office, topic.getKey(), topic.getValue()))
        .sorted(byPlace)
        .toList();
  }

  private static OptionalInt placeOf(TopicRule rule) {
    return rule == null ? OptionalInt.empty() : rule.place();
  }

  private Row row(OfficeSettings office, String topic, int catalogue) {
    if (asked.isSent()) {
      return new Row(
          topic,
          asked.all(TOPIC).contains(topic),
          entered(PLACE, topic),
          entered(MINUTES, topic),
          catalogue);
    }
    Optional<TopicRule> rule = Optional.ofNullable(office.topicRules().get(topic));
    return new Row(
        topic,
        office.topics().contains(topic),
        rule.map(r -> inWords(r.place())).orElse(""),
        rule.map(r -> inWords(r.usualMinutes())).orElse(""),
        catalogue);
  }

  private static String inWords(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }

  private String entered(String field, String topic) {
    return asked.word(field + "-" + topic).orElse("");
  }

  /** Saves the topics that are ticked. */
  public void save() throws IOException {
    Map<String, TopicRule> topics = new HashMap<>();
    asked
        .all(TOPIC)
        .forEach(topic -> topics.put(topic, OfficesRequest.ofRow(topic, () -> rule(topic))));
    page.goOnUnlessAffected(
        version -> arranging.advise(me.get(), page.getId(), version, topics, asked.told()));
  }

  private TopicRule rule(String topic) {
    return new TopicRule(number(PLACE, topic), number(MINUTES, topic));
  }

  private Optional<Integer> number(String field, String topic) {
    return Optional.of(entered(field, topic))
        .filter(text -> !text.isEmpty())
        .map(text -> SentValues.findNumber(text).orElseThrow(() -> asked.refused(field)));
  }
}
