package de.lokalwillkommen.admin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.admin.provider.IdentityProvider;
import de.lokalwillkommen.admin.provider.LogoutNotice;
import de.lokalwillkommen.core.federation.SigningOutWithProvider;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.web.security.Networks;
import de.lokalwillkommen.web.security.RecordedSecurityLog;
import de.lokalwillkommen.web.security.shared.Network;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages about a sign-out, from the provider and from a stranger in its network. */
class ProviderDeskTest {

  private static final int FREE = 100;

  private final Provider provider = new Provider();
  private final List<String> ended = new ArrayList<>();
  private final SigningOutWithProvider signingOut =
      new SigningOutWithProvider() {
        @Override
        public void endSession(String issuer, String session) {
          ended.add(session);
        }
      };
  private final Networks networks =
      new Networks() {
        @Override
        public Optional<Network> find(HttpServletRequest request) {
          return Optional.of(new Network("0a000001"));
        }
      };
  private final ProviderDesk desk =
      new ProviderDesk(provider, null, signingOut, networks, new RecordedSecurityLog());

  /** Takes what is called true for its own, and knows its keys or is away. */
  private static final class Provider extends IdentityProvider {

    private boolean hasKeys = true;
    private boolean isAway;

    @Override
    public boolean hasKeys() {
      return hasKeys;
    }

    @Override
    public Optional<LogoutNotice> readLogout(String token) {
      if (isAway) {
        throw Refusal.of(Kind.UNAVAILABLE, "federation.away").asException();
      }
      return Optional.of(token)
          .filter("true"::equals)
          .map(any -> new LogoutNotice(Optional.of("s"), Optional.empty(), Duration.ZERO));
    }

    @Override
    public String issuer() {
      return "https://konto.stadt.example";
    }
  }

  private String sent(String token) {
    try {
      return desk.endNamedIn(token, null) ? "taken" : "false";
    } catch (Refused refused) {
      return refused.refusal().kind().name();
    }
  }

  private void flood() {
    for (int message = 0; message < FREE; message++) {
      assertThat(sent("wrong")).isEqualTo("false");
    }
    assertThat(sent("wrong")).isEqualTo("TOO_OFTEN");
  }

  @Test
  void trueMessagesAreTakenWhateverStrangersHaveSent() {
    flood();

    assertThat(sent("true")).isEqualTo("taken");
    assertThat(ended).containsExactly("s");
  }

  @Test
  void withoutKeysTheProviderIsNotAskedForEachMessage() {
    provider.hasKeys = false;
    flood();

    assertThat(sent("true")).isEqualTo("TOO_OFTEN");
  }

  @Test
  void messagesThatCannotBeCheckedDoNotCount() {
    provider.hasKeys = false;
    provider.isAway = true;
    for (int message = 0; message <= FREE; message++) {
      assertThat(sent("true")).isEqualTo("UNAVAILABLE");
    }
    provider.isAway = false;

    assertThat(sent("true")).isEqualTo("taken");
  }
}
