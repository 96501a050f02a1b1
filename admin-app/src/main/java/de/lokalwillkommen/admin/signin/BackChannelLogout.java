package de.lokalwillkommen.admin.signin;

import de.lokalwillkommen.admin.provider.ProviderSettings;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where the identity provider says that a person has signed out there (OpenID Connect Back-Channel
 * Logout 1.0): the sign-ins here end, too. Open to all, since the provider's signature counts.
 */
public class BackChannelLogout extends HttpServlet {

  private static final long serialVersionUID = 1;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String TOKEN = "logout_token";

  @Inject private transient ProviderSettings settings;
  @Inject private transient ProviderDesk desk;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!settings.isConfigured()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String[] tokens = request.getParameterValues(TOKEN);
    response.setStatus(
        tokens == null || tokens.length != 1
            ? HttpServletResponse.SC_BAD_REQUEST
            : statusFor(tokens[0], request));
  }

  private int statusFor(String token, HttpServletRequest request) {
    try {
      return desk.endNamedIn(token, request)
          ? HttpServletResponse.SC_OK
          : HttpServletResponse.SC_BAD_REQUEST;
    } catch (Refused refused) {
      return refused.refusal().kind() == Kind.TOO_OFTEN
          ? TOO_MANY_REQUESTS
          : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }
  }
}
