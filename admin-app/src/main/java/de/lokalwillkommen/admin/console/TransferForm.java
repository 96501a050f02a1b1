package de.lokalwillkommen.admin.console;

import de.lokalwillkommen.admin.page.ActionFeedback;
import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.TopicChoice;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.calling.Destinations;
import de.lokalwillkommen.core.calling.Destinations.Destination;
import de.lokalwillkommen.core.calling.Prospect;
import de.lokalwillkommen.core.offices.OfficeProfile.CounterProfile;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.ticketing.Transfer;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The destinations of a transfer: another topic, one counter, or another office, in one list that
 * shows what is open and which counsellors are there.
 */
@Named
@RequestScoped
public class TransferForm {

  private CallingTickets calling;
  private Destinations destinations;
  private Desks desks;
  private ConsoleView view;
  private PageTexts texts;
  private ActionFeedback feedback;
  private CommandParameters asked;
  private CurrentUser me;

  private String to = "";
  private String note = "";
  private List<SelectItem> choices = List.of();

  protected TransferForm() {}

  @Inject
  TransferForm(
      CallingTickets calling,
      Destinations destinations,
      Desks desks,
      ConsoleView view,
      PageTexts texts,
      ActionFeedback feedback,
      CommandParameters asked,
      CurrentUser me) {
    this.calling = calling;
    this.destinations = destinations;
    this.desks = desks;
    this.view = view;
    this.texts = texts;
    this.feedback = feedback;
    this.asked = asked;
    this.me = me;
  }

  /** The kind of a destination. */
  public enum DestinationKind {
    /** Another topic. */
    TOPIC,
    /** One counter of this office. */
    COUNTER,
    /** Another office. */
    OFFICE;

    private String value(Object id) {
      return name() + ":" + id;
    }

    private Optional<String> in(String value) {
      String beginning = value("");
      return Optional.of(value)
          .filter(v -> v.startsWith(beginning))
          .map(v -> v.substring(beginning.length()));
    }
  }

  /** Transfers the visitor. */
  public void transfer() {
    handOn(false);
  }

  /** Transfers the visitor, even if the office is closed at the moment. */
  public void transferAnyway() {
    handOn(true);
  }

  private void handOn(boolean anyway) {
    Transfer where =
        new Transfer(
            DestinationKind.TOPIC.in(to),
            DestinationKind.COUNTER.in(to).map(Long::valueOf),
            DestinationKind.OFFICE.in(to),
            anyway);
    Optional<String> words = Optional.of(note).filter(text -> !text.isBlank());
    feedback.done("transferred", calling.transfer(me.get(), asked.ticket(), where, words));
  }

  /** All destinations, in their present state. */
  public List<SelectItem> getChoices() {
    if (choices.isEmpty()) {
      choices =
          List.of(
              group(DestinationKind.TOPIC, view.getTopics().stream().map(this::item).toList()),
              group(DestinationKind.COUNTER, counters()),
              group(DestinationKind.OFFICE, offices()));
    }
    return choices;
  }

  private SelectItem group(DestinationKind kind, List<SelectItem> items) {
    return new SelectItemGroup(
        texts.of("transfer.way." + kind), "", false, items.toArray(SelectItem[]::new));
  }

  private SelectItem item(TopicChoice topic) {
    return new SelectItem(DestinationKind.TOPIC.value(topic.id()), texts.of("topic." + topic.id()));
  }

  private List<SelectItem> counters() {
    return getCounters().stream()
        .map(
            counter ->
                new SelectItem(
                    DestinationKind.COUNTER.value(counter.getValue()), counter.getLabel()))
        .toList();
  }

  /**
   * The other counters of this office with the names of their counsellors, so that staff can find a
   * colleague.
   */
  public List<SelectItem> getCounters() {
    long own = me.get().counter().orElse(0L);
    Map<Long, List<String>> people = desks.readPeopleIn(view.office().id());
    return view.office().counters().stream()
        .filter(counter -> counter.id() != own)
        .map(counter -> item(counter, people.getOrDefault(counter.id(), List.of())))
        .toList();
  }

  private SelectItem item(CounterProfile counter, List<String> people) {
    String label =
        people.isEmpty()
            ? texts.of("transfer.there.unstaffed", counter.name())
            : counter.name() + " · " + String.join(", ", people);
    return new SelectItem(counter.id(), label);
  }

  private List<SelectItem> offices() {
    return destinations.listFrom(view.office().id()).stream()
        .map(there -> new SelectItem(DestinationKind.OFFICE.value(there.id()), label(there)))
        .toList();
  }

  private String label(Destination there) {
    if (there.prospect() == Prospect.OPEN) {
      return there.staffed() ? there.name() : texts.of("transfer.there.unstaffed", there.name());
    }
    String opens = there.opensAt().map(at -> Moments.time(at, there.zone())).orElse("");
    return texts.of("transfer.there." + there.prospect(), there.name(), opens);
  }

  /** The note for the colleague who calls next. */
  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note == null ? "" : note;
  }

  /** The greatest number of characters of a note. */
  public int getLongestNote() {
    return CallingTickets.LONGEST_NOTE;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to == null ? "" : to;
  }
}
