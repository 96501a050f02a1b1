package de.lokalwillkommen.admin.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInPaceTest {

  private static final int MANY = 1000;

  private final SignInPace pace = new SignInPace();
  private int attempts;

  private String fail(Kind kind) {
    attempts++;
    throw Refusal.of(kind, "signIn.any").asException();
  }

  private Kind refusalOf(Kind kind) {
    return catchThrowableOfType(Refused.class, () -> pace.admit(() -> fail(kind))).refusal().kind();
  }

  @Test
  void whoeverTriesPasswordsWithoutEndIsStoppedBeforeTheyAreChecked() {
    List<Kind> answers = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      answers.add(refusalOf(Kind.NOT_SIGNED_IN));
    }

    assertThat(answers.subList(0, 300)).containsOnly(Kind.NOT_SIGNED_IN);
    assertThat(answers.get(MANY - 1)).isEqualTo(Kind.TOO_OFTEN);
    assertThat(attempts).isLessThan(MANY / 2);
  }

  @Test
  void whoSucceedsOrMayNotIsNotCounted() {
    for (int i = 0; i < MANY; i++) {
      assertThat(pace.admit(() -> "welcome")).isEqualTo("welcome");
      assertThat(refusalOf(Kind.NOT_ALLOWED)).isEqualTo(Kind.NOT_ALLOWED);
    }
  }
}
