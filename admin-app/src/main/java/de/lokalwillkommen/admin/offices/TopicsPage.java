package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingTopics;
import de.lokalwillkommen.core.arranging.OfficeImpact;
import de.lokalwillkommen.core.arranging.TopicPlan;
import de.lokalwillkommen.core.arranging.TopicSettings;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.offices.TopicData;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** The catalogue of topics, and the form for one of them. */
@Named
@RequestScoped
public class TopicsPage {

  private static final String TOPIC = "topic";
  private static final String CHANGED_MEANWHILE = "topic.changedMeanwhile";
  private static final int UNKNOWN = 404;
  private static final TopicData USUAL = new TopicData("info", "ANY", 20, true, true);

  private ArrangingTopics arranging;
  private TopicPlan plan;
  private OfficesRequest asked;
  private ExternalContext browser;
  private CurrentUser me;
  private PageTexts texts;
  private TopicNamesForm names;
  private TextsSeen seen;
  private List<TopicSettings> topics;
  private List<OfficeImpact> impacts = List.of();
  private boolean outdated;

  protected TopicsPage() {}

  @Inject
  TopicsPage(
      ArrangingTopics arranging,
      TopicPlan plan,
      OfficesRequest asked,
      ExternalContext browser,
      CurrentUser me,
      PageTexts texts,
      TopicNamesForm names,
      TextsSeen seen) {
    this.arranging = arranging;
    this.plan = plan;
    this.asked = asked;
    this.browser = browser;
    this.me = me;
    this.texts = texts;
    this.names = names;
    this.seen = seen;
  }

  /** There is no page of a topic that does not exist. Moves the topic whose button was pressed. */
  public void enter() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    if (asked.word(TOPIC).isPresent() && find().isEmpty()) {
      browser.responseSendError(UNKNOWN, "");
      faces.responseComplete();
    } else if (faces.isPostback()) {
      move("up");
      move("down");
    }
  }

  private void move(String button) throws IOException {
    Optional<String> pressed = asked.word(button);
    if (pressed.isPresent()) {
      arranging.move(me.get(), pressed.get(), button.equals("up"));
      goOn();
    }
  }

  public List<TopicSettings> getRows() {
    if (topics == null) {
      topics = plan.list();
    }
    return topics;
  }

  /** The topic whose form is shown, or null for the list. */
  public TopicSettings getTopic() {
    return find().orElse(null);
  }

  private Optional<TopicSettings> find() {
    return asked
        .word(TOPIC)
        .flatMap(id -> getRows().stream().filter(t -> t.id().equals(id)).findFirst());
  }

  /** Whether the form is for a topic that does not exist yet. */
  public boolean isAdding() {
    return asked.word("new").isPresent() && find().isEmpty();
  }

  /** What is decided about the topic of the form, or usual for a new one. */
  private TopicData data() {
    return find().map(TopicSettings::data).orElse(USUAL);
  }

  /** The key of how one comes for a topic. */
  public String ways(TopicData topic) {
    String one = topic.walkIn() ? "topics.ways.walkIn" : "topics.ways.bookable";
    return topic.walkIn() && topic.bookable() ? "topics.ways.both" : one;
  }

  /** Whether the topic of a row stands first, so that it cannot be moved up. */
  public boolean isFirst(String id) {
    return getRows().get(0).id().equals(id);
  }

  /** Whether the topic of a row stands last, so that it cannot be moved down. */
  public boolean isLast(String id) {
    return getRows().get(getRows().size() - 1).id().equals(id);
  }

  /** Whether the list was asked for after a change. */
  public boolean isDone() {
    return asked.word("done").isPresent();
  }

  /** The version that the form is made from, see {@link OfficesRequest#version}. */
  public int getVersion() {
    int present = find().map(TopicSettings::version).orElse(0);
    return outdated
        ? present
        : asked.word("version").flatMap(SentValues::findNumber).orElse(present);
  }

  public List<String> getPictograms() {
    return TopicData.PICTOGRAMS;
  }

  public List<String> getAudiences() {
    return TopicData.AUDIENCES;
  }

  public String getPictogram() {
    return entered("pictogram", data().pictogram());
  }

  public String getAudience() {
    return entered("audience", data().audience());
  }

  public String getUsualMinutes() {
    return entered("usualMinutes", "" + data().usualMinutes());
  }

  public boolean isWalkIn() {
    return asked.isSent() ? asked.word("walkIn").isPresent() : data().walkIn();
  }

  public boolean isBookable() {
    return asked.isSent() ? asked.word("bookable").isPresent() : data().bookable();
  }

  private String entered(String field, String present) {
    return asked.isSent() ? asked.word(field).orElse("") : present;
  }

  /** Saves the form. */
  public void save() throws IOException {
    TopicData data =
        new TopicData(
            asked.word("pictogram").orElse(""),
            asked.word("audience").orElse(""),
            asked.word("usualMinutes").flatMap(SentValues::findNumber).orElse(0),
            asked.word("walkIn").isPresent(),
            asked.word("bookable").isPresent());
    if (isAdding()) {
      String id = arranging.add(me.get(), data, names.sent());
      browser.redirect(browser.getRequestContextPath() + "/topics?topic=" + id + "&done=1");
      return;
    }
    goOnUnlessAffected(
        version -> {
          arranging.arrange(
              me.get(), getTopic().id(), version, data, names.sent(), seen.getVersion());
          return List.of();
        });
  }

  /** Gives the topic up, unless people who are affected stop that. */
  public void retire() throws IOException {
    Set<String> told = asked.told();
    goOnUnlessAffected(version -> arranging.retire(me.get(), getTopic().id(), version, told));
  }

  /** Takes back that the topic was given up. */
  public void restore() throws IOException {
    goOnUnlessAffected(
        version -> {
          arranging.restore(me.get(), getTopic().id(), version);
          return List.of();
        });
  }

  private void goOnUnlessAffected(IntFunction<List<OfficeImpact>> change) throws IOException {
    try {
      impacts = change.apply(getVersion());
    } catch (Refused refused) {
      outdated = refused.refusal().key().equals(CHANGED_MEANWHILE);
      seen.renew(refused.refusal());
      topics = null;
      throw refused;
    }
    if (impacts.isEmpty()) {
      goOn();
    }
  }

  private void goOn() throws IOException {
    browser.redirect(browser.getRequestContextPath() + "/topics?done=1");
  }

  /** Whether people who are affected stop the change until it is confirmed. */
  public boolean isStopped() {
    return !impacts.isEmpty();
  }

  public List<OfficePage.Affected> getAffected() {
    return impacts.stream()
        .map(
            i ->
                new OfficePage.Affected(
                    i.key(), "", texts.of("offices.impact." + i.kind(), i.people(), ""), ""))
        .toList();
  }
}
