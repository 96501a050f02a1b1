package de.lokalwillkommen.core.today;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.ticketing.Ticket;
import de.lokalwillkommen.core.ticketing.TicketStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A short note for the colleague who calls a visitor next. It stands beside the ticket, not in it:
 * neither the visitor, a board, the history nor a webhook ever has it.
 */
@Entity
@Table(name = "colleague_note")
public class ColleagueNote {

  /** The greatest number of characters. */
  public static final int LONGEST = 200;

  @Id
  @Column(name = "ticket_id")
  private long ticket;

  @Column(name = "note")
  private String text;

  protected ColleagueNote() {}

  /**
   * @param text 1 to {@link #LONGEST} characters in one line
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} for another text
   */
  public ColleagueNote(long ticket, String text) {
    String note = text.strip();
    if (note.isEmpty()
        || note.length() > LONGEST
        || note.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.of(Kind.INVALID, "note.text", LONGEST).with("field", "note").asException();
    }
    this.ticket = ticket;
    this.text = note;
  }

  public long ticket() {
    return ticket;
  }

  public String text() {
    return text;
  }

  /**
   * Whether a visit still needs its note: while it is open, for a moment after its end, since that
   * can be undone, and until the end of the day for a visitor who was missed.
   *
   * @param dayIsOver whether the office has closed and its counters are empty, or the day has ended
   */
  static boolean isNeeded(Ticket ticket, boolean dayIsOver, Instant now) {
    boolean isEnded = ticket.status().isOver() && ticket.status() != TicketStatus.NO_SHOW;
    return !dayIsOver && (!isEnded || !now.isAfter(ticket.since().plus(Ticket.UNDO_WITHIN)));
  }
}
