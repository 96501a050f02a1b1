package de.lokalwillkommen.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

/**
 * An application is only a way in: it asks use cases and read models, and knows nothing of how
 * things are stored. Each application has a test that inherits this.
 */
public abstract class LayersCheck {

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
