package de.lokalwillkommen.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageOrderCheckTest {

  private static final String CORE = "de.lokalwillkommen.core";
  private static final JavaClasses CLASSES = PackageOrderCheck.classesOf(CORE);

  @Test
  void anArrowThatIsNotAllowedIsFound() {
    assertThat(violates("offices", Set.of())).isTrue();
    assertThat(violates("offices", Set.of("kernel", "dayorders"))).isFalse();
  }

  @Test
  void aPackageThatDoesNotExistIsFound() {
    ArchRule rule = PackageOrderCheck.onlyUsing(CORE, "nowhere", Set.of());
    assertThatThrownBy(() -> rule.check(CLASSES)).isInstanceOf(AssertionError.class);
  }

  private static boolean violates(String name, Set<String> used) {
    return PackageOrderCheck.onlyUsing(CORE, name, used).evaluate(CLASSES).hasViolation();
  }
}
