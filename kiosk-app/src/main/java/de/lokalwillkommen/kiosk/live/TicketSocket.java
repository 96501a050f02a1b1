package de.lokalwillkommen.kiosk.live;

import de.lokalwillkommen.web.live.PushHub;
import de.lokalwillkommen.web.live.PushSocket;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Sends a phone page the state of its ticket. */
@ServerEndpoint(value = "/ws/tickets/{channel}", subprotocols = "lw.ticket.v1")
public class TicketSocket extends PushSocket {

  @Inject private TicketChannels channels;

  @Override
  protected PushHub hub() {
    return channels;
  }
}
