package de.lokalwillkommen.web.live;

import de.lokalwillkommen.web.page.OwnAddress;
import de.lokalwillkommen.web.page.Recognised;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.Network;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;

/**
 * Stands before every socket: a browser may open one only from a page of this server (CWE-1385),
 * and the application's {@link PushAccess} decides about the channel. Clients that are no browsers
 * send no {@code Origin}.
 */
public class SocketGate implements Filter {

  @Inject private PushAccess access;
  @Inject private Networks networks;
  @Inject private SecurityLog log;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest handshake = (HttpServletRequest) request;
    if (OwnAddress.isForeign(handshake, true)) {
      log.write(SecurityEvent.NOT_FROM_OUR_PAGE, Optional.empty(), "socket.origin", handshake);
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    String path = handshake.getRequestURI();
    String channel = path.substring(path.lastIndexOf('/') + 1);
    int refused = access.check(channel, handshake);
    if (refused != PushAccess.OPEN) {
      ((HttpServletResponse) response).sendError(refused);
      return;
    }
    Subscriber subscriber =
        access.subscriber(channel, handshake, networks.find(handshake).map(Network::prefix));
    Recognised.tellNoted(handshake, (HttpServletResponse) response);
    chain.doFilter(new Handshake(handshake, subscriber), response);
  }

  /** Carries the subscriber's data to the session, which keeps the principal of its handshake. */
  private static final class Handshake extends HttpServletRequestWrapper {

    private final Subscriber subscriber;

    Handshake(HttpServletRequest request, Subscriber subscriber) {
      super(request);
      this.subscriber = subscriber;
    }

    @Override
    public Principal getUserPrincipal() {
      return subscriber;
    }
  }
}
