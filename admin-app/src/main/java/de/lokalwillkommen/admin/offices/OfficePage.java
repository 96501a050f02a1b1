package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.arranging.ArrangingOffices;
import de.lokalwillkommen.core.arranging.OfficeImpact;
import de.lokalwillkommen.core.offices.CounterSign;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One office: its counters, topics and end. Its data and hours have forms of their own. */
@Named
@RequestScoped
public class OfficePage {

  private static final List<String> DONE = List.of("founded", "changed");
  private static final String CHANGED = "changed";

  private ArrangingOffices arranging;
  private OfficesRequest asked;
  private CurrentUser me;
  private PageTexts texts;
  private String stopped = "";
  private List<OfficeImpact> impacts = List.of();

  protected OfficePage() {}

  @Inject
  OfficePage(ArrangingOffices arranging, OfficesRequest asked, CurrentUser me, PageTexts texts) {
    this.arranging = arranging;
    this.asked = asked;
    this.me = me;
    this.texts = texts;
  }

  public String getId() {
    return asked.office().id();
  }

  public String getName() {
    return asked.office().data().name();
  }

  public int getVersion() {
    return asked.version();
  }

  /** The key of the message about the last change, or null. */
  public String getDone() {
    return asked.word("done").filter(DONE::contains).map(d -> "offices.done." + d).orElse(null);
  }

  /** Whether the person may close the office for good. */
  public boolean isFounder() {
    return me.get().mayEverywhere(Right.FOUND_OFFICES);
  }

  public List<CounterProfile> getCounters() {
    return asked.office().counters();
  }

  /** What was entered for a field, or what it was. */
  public String sent(String name, String present) {
    return asked.isSent() ? asked.word(name).orElse(present) : present;
  }

  /** Adds the counter that was entered. */
  public void addCounter() throws IOException {
    CounterSign sign = sign("new");
    arranging.addCounter(me.get(), getId(), asked.version(), sign);
    asked.goOn(getId(), CHANGED);
  }

  /** Saves the door signs of the counters that were changed. */
  public void renameCounters() throws IOException {
    int version = asked.version();
    for (CounterProfile counter : getCounters()) {
      CounterSign sign = sign("" + counter.id());
      if (!sign.equals(new CounterSign(counter.label(), counter.name()))) {
        arranging.renameCounter(me.get(), getId(), version++, counter.id(), sign);
      }
    }
    asked.goOn(getId(), CHANGED);
  }

  private CounterSign sign(String which) {
    return new CounterSign(
        asked.word("label-" + which).orElse(""), asked.word("counterName-" + which).orElse(""));
  }

  /** Gives up the counter that was chosen. */
  public void retireCounter() throws IOException {
    long counter =
        asked
            .word("retired")
            .flatMap(SentValues::findId)
            .orElseThrow(() -> asked.refused("counter"));
    goOnUnlessStopped(
        "retire",
        arranging.retireCounter(me.get(), getId(), asked.version(), counter, asked.told()));
  }

  /**
   * A topic to tick.
   *
   * @param ticked whether the office advises on it
   */
  public record Tick(String id, boolean ticked) {}

  public List<Tick> getTopics() {
    Set<String> offered = asked.isSent() ? sentTopics() : asked.office().topics();
    return asked.office().catalogue().stream()
        .map(topic -> new Tick(topic, offered.contains(topic)))
        .toList();
  }

  private Set<String> sentTopics() {
    Set<String> sent = new HashSet<>(asked.all("topic"));
    return asked.word("topics").isPresent() ? sent : asked.office().topics();
  }

  /** Saves the topics that are ticked. */
  public void saveTopics() throws IOException {
    goOnUnlessStopped(
        "topics",
        arranging.advise(me.get(), getId(), asked.version(), sentTopics(), asked.told()));
  }

  public String getClosedFrom() {
    return sent(
        "closedFrom", asked.office().closedFrom().map(LocalDate::toString).orElse(""));
  }

  /** Closes the office for good, or takes that back if no day was entered. */
  public void closeForGood() throws IOException {
    Optional<LocalDate> day = asked.day("closedFrom", asked.word("closedFrom").orElse(""));
    goOnUnlessStopped(
        "end", arranging.closeForGood(me.get(), getId(), asked.version(), day, asked.told()));
  }

  private void goOnUnlessStopped(String what, List<OfficeImpact> affected) throws IOException {
    stopped = what;
    impacts = affected;
    if (affected.isEmpty()) {
      asked.goOn(getId(), CHANGED);
    }
  }

  /** Whether people who are affected stop that change until it is confirmed. */
  public boolean stops(String what) {
    return stopped.equals(what) && !impacts.isEmpty();
  }

  /**
   * People whom the change affects.
   *
   * @param key what is confirmed
   * @param text who, in words
   */
  public record Affected(String key, String text) {}

  public List<Affected> getAffected() {
    return impacts.stream()
        .map(i -> new Affected(i.key(), texts.of("offices.impact." + i.kind(), i.people())))
        .toList();
  }

  /** The counter that is to be given up, as long as that is to be confirmed. */
  public String getRetired() {
    return asked.word("retired").orElse("");
  }
}
