package de.lokalwillkommen.admin.live;

import de.lokalwillkommen.core.board.Boards;
import de.lokalwillkommen.core.booking.AppointmentLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The version of an office's line and appointments, which grows whenever one of them changes. */
@ApplicationScoped
public class LineVersion {

  private Boards boards;
  private AppointmentLists appointments;

  protected LineVersion() {}

  @Inject
  LineVersion(Boards boards, AppointmentLists appointments) {
    this.boards = boards;
    this.appointments = appointments;
  }

  /** The version of an office; read it before the data that it describes. */
  public long of(String office) {
    return boards.versionOf(office) + appointments.versionOf(office);
  }
}
