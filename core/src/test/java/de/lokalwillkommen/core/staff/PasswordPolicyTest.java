package de.lokalwillkommen.core.staff;

import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.core.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static String objection(String password) {
    return PasswordPolicy.findObjection("lena", password).map(Refusal::key).orElse("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Passwort1234",
        "qwertzuiop12",
        "123456789012",
        "aaaaaaaaaaaa",
        "administrator",
        "iloveyou1234",
        "geheimgeheim"
      })
  void aPasswordThatAttackersTryFirstIsRefused(String password) {
    assertThat(objection(password)).isEqualTo("password.tooCommon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lokalwillkommen", "lenalenalena", "Willkommen123", "Dortmund2026!"})
  void soIsAWordOfTheAccountOrTheProduct(String password) {
    assertThat(objection(password)).isEqualTo("password.tooCommon");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "fr7kd9qm2xlp",
        "mein hund heißt bello",
        "кот ест рыбу да"
      })
  void aPasswordHardToGuessMayHaveAnyCharacters(String password) {
    assertThat(objection(password)).isEqualTo("none");
  }

  @Test
  void itsLengthHasLimits() {
    assertThat(objection("fr7kd9qm2xl")).isEqualTo("password.tooShort");
    assertThat(objection("fr7kd9qm2xlp")).isEqualTo("none");
    assertThat(objection("fr7kd9qm2xlp".repeat(20))).isEqualTo("password.tooLong");
  }
}
