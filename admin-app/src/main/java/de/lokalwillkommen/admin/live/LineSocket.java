package de.lokalwillkommen.admin.live;

import de.lokalwillkommen.web.live.PushHub;
import de.lokalwillkommen.web.live.PushSocket;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Tells consoles that the line of their office has changed. */
@ServerEndpoint(value = "/ws/{channel}", subprotocols = "lw.line.v1")
public class LineSocket extends PushSocket {

  @Inject private LineChannels channels;

  @Override
  protected PushHub hub() {
    return channels;
  }
}
