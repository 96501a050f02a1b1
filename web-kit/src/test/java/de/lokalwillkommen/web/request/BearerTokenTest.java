package de.lokalwillkommen.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.staff.SecretToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenTest {

  @ParameterizedTest
  @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER  abc "})
  void theSchemeMayBeWrittenInAnyCase(String header) {
    assertThat(BearerToken.find(header)).contains(new SecretToken("abc"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Bearer", "Basic abc", "abc", "Bearerabc"})
  void otherSchemesHaveNoToken(String header) {
    assertThat(BearerToken.find(header)).isEmpty();
  }

  @Test
  void aHeaderIsReadAsItIsWritten() {
    assertThat(BearerToken.find(BearerToken.header("abc"))).contains(new SecretToken("abc"));
  }
}
