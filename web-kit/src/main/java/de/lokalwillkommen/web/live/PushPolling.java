package de.lokalwillkommen.web.live;

import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.rest.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Polling of the channels of an application's {@link PushHub}, for clients whose network blocks
 * sockets: answers with the message that the socket would send now. The last part of the address
 * names the channel, as with sockets.
 */
public class PushPolling extends HttpServlet {

  @Inject private transient PollSource source;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    try {
      String message = source.read(path.substring(path.lastIndexOf('/') + 1));
      byte[] body = message.getBytes(StandardCharsets.UTF_8);
      response.setContentType("application/json;charset=UTF-8");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    } catch (Refused noSuchChannel) {
      // the client is a script, so the status is enough
      response.setStatus(Problem.statusOf(noSuchChannel.refusal().kind()));
    }
  }
}
