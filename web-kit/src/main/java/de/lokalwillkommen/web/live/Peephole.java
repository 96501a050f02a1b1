package de.lokalwillkommen.web.live;

/** Shows a room of an application to a client without a socket. */
public interface Peephole {

  /**
   * The message that a socket would get now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is no such room
   */
  String look(String room);
}
