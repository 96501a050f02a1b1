package de.lokalwillkommen.web.live;

/** Shows a room of an application to whoever has no socket. */
public interface Peephole {

  /**
   * What a socket would be sent now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is no such room
   */
  String look(String room);
}
