package de.lokalwillkommen.admin.provider;

import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what the browser brings back from the provider, before anything of it is used. */
final class CallbackCheck {

  private CallbackCheck() {}

  /**
   * The answer that belongs to the sign-in of this browser.
   *
   * @throws Refused {@code NOT_SIGNED_IN} if it belongs to none
   */
  static AuthorizationResponse check(
      Optional<Flow> flow, Map<String, List<String>> parameters, ProviderSettings settings) {
    AuthorizationResponse answer = parsed(parameters, settings);
    String expected = flow.map(Flow::state).orElseThrow(() -> refused("federation.stale"));
    if (answer.getState() == null || !isSame(expected, answer.getState().getValue())) {
      throw refused("federation.stale");
    }
    return answer;
  }

  /**
   * The code in an answer.
   *
   * @throws Refused {@code NOT_SIGNED_IN} if the answer is not the provider's, or refuses
   */
  static AuthorizationSuccessResponse success(
      AuthorizationResponse answer, ProviderSettings settings, OIDCProviderMetadata addresses) {
    boolean isItsAnswer =
        answer.getIssuer() == null
            ? !addresses.supportsAuthorizationResponseIssuerParam()
            : answer.getIssuer().getValue().equals(settings.issuer());
    if (!isItsAnswer || !answer.indicatesSuccess()) {
      throw refused("federation.rejected");
    }
    AuthorizationSuccessResponse success = answer.toSuccessResponse();
    if (success.getAuthorizationCode() == null) {
      throw refused("federation.rejected");
    }
    return success;
  }

  private static AuthorizationResponse parsed(
      Map<String, List<String>> parameters, ProviderSettings settings) {
    boolean areOnce = parameters.values().stream().allMatch(values -> values.size() == 1);
    try {
      if (areOnce) {
        return AuthorizationResponse.parse(
            URI.create(settings.address(IdentityProvider.CALLBACK)), parameters);
      }
    } catch (ParseException e) {
      // refused below, like a repeated parameter
    }
    throw refused("federation.stale");
  }

  private static boolean isSame(String expected, String shown) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  static Refused refused(String key) {
    return Refusal.of(Kind.NOT_SIGNED_IN, key).asException();
  }
}
