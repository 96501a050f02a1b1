package de.lokalwillkommen.kiosk.live;

import de.lokalwillkommen.web.live.House;
import de.lokalwillkommen.web.live.RoomSocket;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Tells a phone page what becomes of its ticket. */
@ServerEndpoint(value = "/ws/tickets/{room}", subprotocols = "lw.ticket.v1")
public class TicketSocket extends RoomSocket {

  @Inject private TicketRooms rooms;

  @Override
  protected House house() {
    return rooms;
  }
}
