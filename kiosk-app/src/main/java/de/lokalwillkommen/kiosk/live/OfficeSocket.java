package de.lokalwillkommen.kiosk.live;

import de.lokalwillkommen.web.live.PushHub;
import de.lokalwillkommen.web.live.PushSocket;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Tells the start page of a kiosk that its office has been arranged anew, has opened or closed. */
@ServerEndpoint(value = "/ws/offices/{channel}", subprotocols = "lw.office.v1")
public class OfficeSocket extends PushSocket {

  @Inject private TicketChannels channels;

  @Override
  protected PushHub hub() {
    return channels;
  }
}
