package de.lokalwillkommen.display;

import de.lokalwillkommen.web.live.PushHub;
import de.lokalwillkommen.web.live.PushSocket;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;

/** Pushes the board of an office to its displays. */
@ServerEndpoint(value = "/ws/{channel}", subprotocols = "lw.board.v1")
public class BoardSocket extends PushSocket {

  @Inject private BoardChannels channels;

  @Override
  protected PushHub hub() {
    return channels;
  }
}
