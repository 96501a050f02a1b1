package de.lokalwillkommen.admin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimValuesTest {

  @Test
  void aClaimIsAWordOrAListOfWords() {
    Map<String, Object> claims = Map.of("groups", List.of("a", 1, "b"), "role", "c", "n", 5);
    assertThat(ClaimValues.of(claims, "groups")).containsExactlyInAnyOrder("a", "b");
    assertThat(ClaimValues.of(claims, "role")).containsExactly("c");
    assertThat(ClaimValues.of(claims, "n")).isEmpty();
    assertThat(ClaimValues.of(claims, "missing")).isEmpty();
  }

  @Test
  void aClaimMayLieInsideOfObjectsOrHaveADotInItsName() {
    Map<String, Object> claims =
        Map.of(
            "realm_access", Map.of("roles", List.of("a")),
            "urn:stadt.roles", List.of("b"));
    assertThat(ClaimValues.of(claims, "realm_access.roles")).containsExactly("a");
    assertThat(ClaimValues.of(claims, "urn:stadt.roles")).containsExactly("b");
    assertThat(ClaimValues.of(claims, "realm_access.other")).isEmpty();
    assertThat(ClaimValues.of(claims, "realm_access")).isEmpty();
  }
}
