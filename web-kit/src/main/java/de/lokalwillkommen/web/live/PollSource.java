package de.lokalwillkommen.web.live;

/** Answers what a channel of an application shows now, for a client without a socket. */
public interface PollSource {

  /**
   * The message that a socket would get now.
   *
   * @throws de.lokalwillkommen.core.kernel.Refused if there is no such channel
   */
  String read(String channel);
}
