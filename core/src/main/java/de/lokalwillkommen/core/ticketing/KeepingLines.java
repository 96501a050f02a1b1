package de.lokalwillkommen.core.ticketing;

import de.lokalwillkommen.core.kernel.UseCase;
import de.lokalwillkommen.core.offices.Office;
import de.lokalwillkommen.core.offices.Offices;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What time alone changes: parked visitors come back, a day ends. Nothing is wrong if it is late,
 * since whoever changes a line next does the same first; it only makes the change seen sooner.
 */
@UseCase
public class KeepingLines {

  private Offices offices;
  private OfficeLines lines;
  private Tickets tickets;
  private TodaysLine todaysLine;
  private Clock clock;

  protected KeepingLines() {}

  @Inject
  public KeepingLines(
      Offices offices, OfficeLines lines, Tickets tickets, TodaysLine todaysLine, Clock clock) {
    this.offices = offices;
    this.lines = lines;
    this.tickets = tickets;
    this.todaysLine = todaysLine;
    this.clock = clock;
  }

  /** Does for one office what has become due. Takes hold of its line only if there is something. */
  public void tend(String officeId) {
    Instant now = clock.instant();
    Office office = offices.get(officeId);
    LocalDate today = office.dayOf(now).date();
    boolean newDay = lines.find(officeId).filter(line -> line.day().isBefore(today)).isPresent();
    if (newDay || !tickets.listDueBack(officeId, today, now).isEmpty()) {
      todaysLine.bringBackDue(todaysLine.hold(office, now), now);
    }
  }
}
