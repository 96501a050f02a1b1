package de.lokalwillkommen.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Named;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Pages call a record's methods that are not components, {@code #{action.isUndoable()}}, and do not
 * read them as properties, {@code #{action.undoable}}, which fails from Expression Language 6 on.
 * Each application with pages has a test that inherits this; it runs in its folder.
 */
public abstract class RecordsOnPagesCheck {

  private static final Path PAGES = Path.of("src/main/webapp");

  @Test
  void pagesCallWhatIsNoComponentOfARecord() throws IOException {
    JavaClasses classes = classes();
    PageExpressions expressions = new PageExpressions(beans(classes), records(classes));
    List<Path> pages = pages();

    pages.forEach(expressions::add);

    PageExpressions.Findings found = expressions.look();
    assertThat(found.wrong()).isEmpty();
    assertThat(found.recordsRead())
        .as("how often the pages are seen to read a record")
        .isGreaterThan(pages.size());
  }

  /** Only the texts, which almost every line of a page reads, have a short name of their own. */
  @Test
  void beansAreNamedAfterTheirClasses() {
    assertThat(beans(classes()))
        .hasSizeGreaterThan(1)
        .allSatisfy(
            (name, bean) ->
                assertThat(name).isIn("t", Introspector.decapitalize(bean.getSimpleName())));
  }

  private static JavaClasses classes() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("de.lokalwillkommen");
  }

  private static Map<String, Class<?>> beans(JavaClasses classes) {
    Map<String, Class<?>> beans = new HashMap<>();
    for (JavaClass bean : classes) {
      if (bean.isAnnotatedWith(Named.class)) {
        String name = bean.getAnnotationOfType(Named.class).value();
        beans.put(
            name.isEmpty() ? Introspector.decapitalize(bean.getSimpleName()) : name,
            bean.reflect());
      }
    }
    return beans;
  }

  private static Collection<Class<?>> records(JavaClasses classes) {
    return classes.stream()
        .filter(JavaClass::isRecord)
        .map(JavaClass::reflect)
        .collect(Collectors.toSet());
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList();
    }
  }
}
