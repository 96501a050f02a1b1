package de.lokalwillkommen.display;

import de.lokalwillkommen.web.live.House;
import de.lokalwillkommen.web.live.RoomSocket;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Pushes the board of an office to its displays. */
@ServerEndpoint(value = "/ws/{room}", subprotocols = "lw.board.v1")
public class BoardSocket extends RoomSocket {

  @Inject private BoardRooms rooms;

  @Override
  protected House house() {
    return rooms;
  }
}
