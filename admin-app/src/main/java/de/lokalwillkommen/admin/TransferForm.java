package de.lokalwillkommen.admin;

import de.lokalwillkommen.admin.security.Me;
import de.lokalwillkommen.core.calling.CallingTickets;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.ticketing.Transfer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** To whom a visitor is handed on: another topic, one counter, or another office. */
@Named("transfer")
@RequestScoped
public class TransferForm {

  private CallingTickets calling;
  private OfficeDirectory offices;
  private Desks desks;
  private ConsoleView view;
  private Deeds deeds;
  private Asked asked;
  private Me me;

  private Way way = Way.TOPIC;
  private String topic;
  private Long counter;
  private String office;
  private List<SelectItem> counters = List.of();

  protected TransferForm() {}

  @Inject
  TransferForm(
      CallingTickets calling,
      OfficeDirectory offices,
      Desks desks,
      ConsoleView view,
      Deeds deeds,
      Asked asked,
      Me me) {
    this.calling = calling;
    this.offices = offices;
    this.desks = desks;
    this.view = view;
    this.deeds = deeds;
    this.asked = asked;
    this.me = me;
  }

  /** What changes for the visitor. */
  public enum Way {
    /** Somebody who advises on another topic. */
    TOPIC,
    /** One counter of this office. */
    COUNTER,
    /** Another office. */
    OFFICE
  }

  /** Hands the visitor on. */
  public void transfer() {
    Transfer to =
        switch (way) {
          case TOPIC ->
              new Transfer(Optional.ofNullable(topic), Optional.empty(), Optional.empty());
          case COUNTER ->
              new Transfer(Optional.empty(), Optional.ofNullable(counter), Optional.empty());
          case OFFICE ->
              new Transfer(Optional.empty(), Optional.empty(), Optional.ofNullable(office));
        };
    deeds.doneForGood("transferred", calling.transfer(me.get(), asked.ticket(), to));
  }

  public Way[] getWays() {
    return Way.values();
  }

  /** The other counters of this office, with those who work there now: one may mean a colleague. */
  public List<SelectItem> getCounters() {
    if (counters.isEmpty()) {
      counters = readCounters();
    }
    return counters;
  }

  private List<SelectItem> readCounters() {
    long own = me.get().counter().orElse(0L);
    Map<Long, List<String>> people = desks.readPeopleIn(view.office().id());
    return view.office().counters().stream()
        .filter(c -> c.id() != own)
        .map(c -> new SelectItem(c.id(), label(c.name(), people.getOrDefault(c.id(), List.of()))))
        .toList();
  }

  private static String label(String counter, List<String> people) {
    return people.isEmpty() ? counter : counter + " · " + String.join(", ", people);
  }

  /** The other offices. */
  public List<SelectItem> getOffices() {
    String here = view.office().id();
    return offices.list().stream()
        .filter(o -> !o.id().equals(here))
        .map(o -> new SelectItem(o.id(), o.name()))
        .toList();
  }

  public Way getWay() {
    return way;
  }

  public void setWay(Way way) {
    this.way = way;
  }

  public String getTopic() {
    return topic;
  }

  public void setTopic(String topic) {
    this.topic = topic;
  }

  public Long getCounter() {
    return counter;
  }

  public void setCounter(Long counter) {
    this.counter = counter;
  }

  public String getOffice() {
    return office;
  }

  public void setOffice(String office) {
    this.office = office;
  }
}
