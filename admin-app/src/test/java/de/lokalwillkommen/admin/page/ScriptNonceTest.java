package de.lokalwillkommen.admin.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptNonceTest {

  @Test
  void allowsTheScriptsOfThisAnswerAndNothingElse() {
    assertThat(ScriptNonce.with("default-src 'none'; script-src 'self'; style-src 'self'", "abc"))
        .isEqualTo("default-src 'none'; script-src 'self' 'nonce-abc'; style-src 'self'");
  }
}
