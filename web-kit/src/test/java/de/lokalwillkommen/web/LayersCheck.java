package de.lokalwillkommen.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.Refused;
import de.lokalwillkommen.core.kernel.UseCase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * An application only gives access: it calls use cases and read models, and does not know how data
 * is stored. Each application has a test that inherits this.
 */
public abstract class LayersCheck {

  private static final String CORE = "de.lokalwillkommen.core.";

  private final String application;
  private final Set<String> others;

  /**
   * @param application the package of the application, checked with all below it
   * @param others the types of the core that it uses though the core does not offer them, without
   *     the name of the core: a list that may only become shorter
   */
  protected LayersCheck(String application, String... others) {
    this.application = application;
    this.others = Set.of(others);
  }

  @Test
  void noPageAndNoResourceKnowsAnEntity() {
    noEntitiesIn(application).check(classesOf(application));
  }

  @Test
  void noPageAndNoResourceAsksTheDatabase() {
    noEntityManagerIn(application).check(classesOf(application));
  }

  @Test
  void onlyUseCasesReadModelsValuesAndRefusalsOfTheCoreAreUsed() {
    Set<Class<?>> used = ofTheCoreUsedIn(application);

    assertThat(used).isNotEmpty();
    assertThat(used.stream().filter(type -> !isOffered(type)).map(LayersCheck::nameInCore))
        .as("types of the core that are used and are neither use case, read model nor value")
        .containsExactlyInAnyOrderElementsOf(others);
  }

  static Set<Class<?>> ofTheCoreUsedIn(String application) {
    return classesOf(application).stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(type -> type.getName().startsWith(CORE))
        .map(JavaClass::reflect)
        .collect(Collectors.toSet());
  }

  /** Whether the core offers a type to applications. */
  static boolean isOffered(Class<?> type) {
    return type.isRecord()
        || type.isEnum()
        || type == Refused.class
        || type.isAnnotationPresent(UseCase.class)
        || type.isAnnotationPresent(ReadModel.class)
        || type.isSealed() && Stream.of(type.getPermittedSubclasses()).allMatch(Class::isRecord);
  }

  private static String nameInCore(Class<?> type) {
    return type.getName().substring(CORE.length());
  }

  static ArchRule noEntitiesIn(String application) {
    return noClasses()
        .that()
        .resideInAPackage(application + "..")
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith(Entity.class);
  }

  static ArchRule noEntityManagerIn(String application) {
    return noClasses()
        .that()
        .resideInAPackage(application + "..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class);
  }

  static JavaClasses classesOf(String application) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(application);
  }
}
