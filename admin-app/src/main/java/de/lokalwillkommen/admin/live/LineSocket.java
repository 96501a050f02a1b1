package de.lokalwillkommen.admin.live;

import de.lokalwillkommen.web.live.House;
import de.lokalwillkommen.web.live.RoomSocket;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Tells consoles that the line of their office has changed. */
@ServerEndpoint(value = "/ws/{room}", subprotocols = "lw.line.v1")
public class LineSocket extends RoomSocket {

  @Inject private LineRooms rooms;

  @Override
  protected House house() {
    return rooms;
  }
}
