package de.lokalwillkommen.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import de.lokalwillkommen.core.kernel.Infrastructure;
import de.lokalwillkommen.core.kernel.ReadModel;
import de.lokalwillkommen.core.kernel.UseCase;
import jakarta.enterprise.inject.Stereotype;
import jakarta.persistence.Embeddable;
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

  /**
   * @param application the package of the application, checked with all below it
   */
  protected LayersCheck(String application) {
    this.application = application;
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
  void onlyWhatTheCoreOffersIsUsed() {
    Set<Class<?>> used = ofTheCoreUsedIn(application);

    assertThat(used).isNotEmpty();
    assertThat(used)
        .as("all types of the core that are used are offered by it")
        .allMatch(LayersCheck::isOffered);
  }

  static Set<Class<?>> ofTheCoreUsedIn(String application) {
    return classesOf(application).stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
        .filter(type -> type.getName().startsWith(CORE))
        .map(JavaClass::reflect)
        .collect(Collectors.toSet());
  }

  /**
   * Whether the core offers a type to applications: use cases, read models and what they take,
   * return and throw; the infrastructure of the server; and the stereotypes, with which an
   * application marks read models of its own.
   */
  static boolean isOffered(Class<?> type) {
    return type.isAnnotationPresent(UseCase.class)
        || type.isAnnotationPresent(ReadModel.class)
        || type.isAnnotationPresent(Infrastructure.class)
        || type.isAnnotationPresent(Stereotype.class)
        || isValue(type)
        || RuntimeException.class.isAssignableFrom(type);
  }

  /** Records, also as the only kinds of an interface, enums, and values that are stored. */
  private static boolean isValue(Class<?> type) {
    return type.isRecord()
        || type.isEnum()
        || type.isAnnotationPresent(Embeddable.class)
        || type.isSealed() && Stream.of(type.getPermittedSubclasses()).allMatch(Class::isRecord);
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
