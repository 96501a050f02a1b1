package de.lokalwillkommen.core.today;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known for a day, without a database. */
public class InMemoryDayMemory implements DayMemory {

  private final List<TicketAct> acts = new ArrayList<>();
  private final Map<Long, ColleagueNote> notes = new HashMap<>();

  @Override
  public void add(TicketAct act) {
    acts.add(act);
  }

  @Override
  public List<TicketAct> listActs(long ticket) {
    return acts.stream().filter(act -> act.ticket() == ticket).toList();
  }

  @Override
  public List<TicketAct> listActsAt(long counter, Instant since) {
    return acts.stream()
        .filter(act -> act.counter().filter(c -> c == counter).isPresent())
        .filter(act -> !act.at().isBefore(since))
        .sorted(Comparator.comparing(TicketAct::at).thenComparing(TicketAct::event).reversed())
        .toList();
  }

  @Override
  public Optional<TicketAct> findAct(long ticket, int step) {
    return listActs(ticket).stream()
        .filter(act -> act.step().filter(s -> s == step).isPresent())
        .findFirst();
  }

  @Override
  public void removeActs(String office, Instant before) {
    acts.removeIf(act -> act.office().equals(office) && act.at().isBefore(before));
  }

  @Override
  public Optional<ColleagueNote> findNote(long ticket) {
    return Optional.ofNullable(notes.get(ticket));
  }

  @Override
  public void put(ColleagueNote note) {
    notes.put(note.ticket(), note);
  }

  @Override
  public void removeNote(long ticket) {
    notes.remove(ticket);
  }

  @Override
  public List<ColleagueNote> listNotes() {
    return List.copyOf(notes.values());
  }
}
