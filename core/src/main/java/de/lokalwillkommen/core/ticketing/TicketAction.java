package de.lokalwillkommen.core.ticketing;

/** What can be done with a ticket. Every action leaves one entry in its history. */
public enum TicketAction {
  /** Taken at a kiosk, by staff, or at check-in. */
  ISSUE("issued"),
  /** Called to a counter. */
  CALL("called"),
  /** Called again. */
  RECALL("recalled"),
  /** The visitor has heard the call and is on the way. */
  COMING("answered"),
  /** The visitor has arrived at the counter. */
  START("started"),
  /** The visitor was served. */
  FINISH("finished"),
  /** The visitor did not come. */
  NO_SHOW("missed"),
  /** Taken out of the line for a while. */
  PARK("parked"),
  /** Back in the line after being parked or missed. */
  RESUME("resumed"),
  /** Put back into the line from a counter. */
  RETURN("returned"),
  /** Transferred to another topic, counter or office. */
  TRANSFER("transferred"),
  /** The visitor speaks another language than the ticket said; the reason names both. */
  CORRECT_LANGUAGE("languageCorrected"),
  /** The number of people who came with the ticket is another one. */
  CORRECT_PERSONS("personsCorrected"),
  /** The outcome was corrected, with a reason. */
  CORRECT_OUTCOME("outcomeCorrected"),
  /** A second organisation has taken part in serving the visitor. */
  SHARE("shared"),
  /** Put before others, with a reason. */
  HASTEN("hastened"),
  /** Taken over by another counter, with a reason. */
  TAKE_OVER("takenOver"),
  /** The visitor has left. */
  CANCEL("cancelled"),
  /** The visitor has undone leaving. */
  STAY("stayed"),
  /** The topic was corrected, by the visitor or by staff; the reason names the former one. */
  CORRECT_TOPIC("topicCorrected"),
  /** The last action was undone. */
  UNDO("undone"),
  /** The day ended before it was called. */
  EXPIRE("expired"),
  /** Its expiry was undone: it had been ended by a clock that was ahead. */
  REOPEN("reopened"),
  /** Moved to the right day: it had been issued by a clock that was ahead. */
  REDATE("redated");

  private final String past;

  TicketAction(String past) {
    this.past = past;
  }

  /** What has become of the ticket, in one word. */
  public String past() {
    return past;
  }

  /** The fact it becomes, for example {@code ticket.called}. */
  String fact() {
    return "ticket." + past;
  }
}
