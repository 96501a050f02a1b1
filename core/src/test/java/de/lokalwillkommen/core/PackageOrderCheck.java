package de.lokalwillkommen.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The packages of a module, and which of them each uses: no other arrow is allowed, and no allowed
 * arrow is unused. Each module with several packages has a test that inherits this.
 */
public abstract class PackageOrderCheck {

  /** The class by which Maven detects that a package was compiled. */
  private static final String PACKAGE_INFO = "package-info";

  private final String module;
  private final Map<String, Set<String>> order;
  private final JavaClasses classes;

  /**
   * @param module the package above all packages of the module; it has no types itself
   * @param order the names of the packages below it, each with the names of those that it uses
   */
  protected PackageOrderCheck(String module, Map<String, Set<String>> order) {
    this.module = module;
    this.order = order;
    this.classes = classesOf(module);
  }

  @Test
  void aPackageUsesOnlyThoseItMay() {
    order.forEach((name, used) -> onlyUsing(module, name, used).check(classes));
  }

  @Test
  void everyPackageAndEveryArrowIsNamed() {
    assertThat(arrows()).isEqualTo(new TreeMap<>(order));
  }

  @Test
  void thereAreNoCycles() {
    slices().matching(module + ".(**)").should().beFreeOfCycles().check(classes);
  }

  /** A package depends on itself, on those it may use, and on anything outside this module. */
  static ArchRule onlyUsing(String module, String name, Set<String> used) {
    return classes()
        .that()
        .resideInAPackage(fullName(module, name))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(module + "..")
                .or(
                    resideInAnyPackage(
                        Stream.concat(Stream.of(name), used.stream())
                            .map(one -> fullName(module, one))
                            .toArray(String[]::new))));
  }

  static JavaClasses classesOf(String module) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(module);
  }

  private Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass type : classes) {
      if (type.getSimpleName().equals(PACKAGE_INFO)) {
        continue;
      }
      Set<String> used = arrows.computeIfAbsent(nameOf(type), name -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().stream()
          .map(dependency -> dependency.getTargetClass().getBaseComponentType())
          .filter(target -> target.getPackageName().startsWith(module + "."))
          .map(this::nameOf)
          .filter(name -> !name.equals(nameOf(type)))
          .forEach(used::add);
    }
    return arrows;
  }

  private String nameOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(module) ? "" : name.substring(module.length() + 1);
  }

  private static String fullName(String module, String name) {
    return module + "." + name;
  }
}
