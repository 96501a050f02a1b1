package de.lokalwillkommen.core.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

  /** The example of the specification of Standard Webhooks. */
  @Test
  void aMessageIsSignedAsStandardWebhooksSays() {
    byte[] bytes = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    String signature =
        new WebhookSecret(bytes)
            .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void everySecretIsNewAndIsNotWritten() {
    WebhookSecret one = WebhookSecret.random();

    assertThat(one.text()).startsWith("whsec_").hasSize("whsec_".length() + 44);
    assertThat(WebhookSecret.random().text()).isNotEqualTo(one.text());
    assertThat(one.toString()).doesNotContain(one.text().substring(6));
  }
}
