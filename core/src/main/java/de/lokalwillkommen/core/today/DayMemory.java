package de.lokalwillkommen.core.today;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that is known for a day only. */
public interface DayMemory {

  void add(TicketAct act);

  /** Who has made the changes of a ticket, in no particular order. */
  List<TicketAct> listActs(long ticket);

  /** Who has made the last changes at a counter since an instant, the latest first. */
  List<TicketAct> listActsAt(long counter, Instant since);

  /** Who has taken one step of a visit. */
  Optional<TicketAct> findAct(long ticket, int step);

  /** Removes who has made the changes in an office before an instant. */
  void removeActs(String office, Instant before);

  Optional<ColleagueNote> findNote(long ticket);

  /** Stores a note in place of an earlier one. */
  void put(ColleagueNote note);

  void removeNote(long ticket);

  /** The notes of all offices. */
  List<ColleagueNote> listNotes();
}
