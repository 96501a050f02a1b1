package de.lokalwillkommen.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.lokalwillkommen.core.staff.Role;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The constants of enums that are stored. A release cannot read a row with a constant that it does
 * not know. So a new constant comes with a migration, even with one that changes nothing: an older
 * release then refuses the database when it starts, instead of failing at such a row.
 */
class StoredWordsTest {

  private static final Path LIST = Path.of("src/test/resources/stored-words.txt");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  /**
   * A line of the list.
   *
   * @param schema the number of the migration with which the constants came
   */
  private record Line(int schema, String type, Set<String> constants) {

    static Line parse(String text) {
      String[] words = text.split(" ");
      return new Line(
          Integer.parseInt(words[0]),
          words[1],
          Arrays.stream(words).skip(2).collect(Collectors.toSet()));
    }
  }

  private static Stream<Line> listed() throws IOException {
    return Files.readAllLines(LIST).stream().filter(line -> !line.startsWith("#")).map(Line::parse);
  }

  private static Map<String, Set<String>> stored() {
    Map<String, Set<String>> constants = new TreeMap<>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(StoredWordsTest.class.getPackageName())
            .stream()
            .filter(
                type ->
                    type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class))
            .flatMap(type -> type.getFields().stream())
            .flatMap(field -> field.getAllInvolvedRawTypes().stream())
            .filter(JavaClass::isEnum)
            .map(JavaClass::reflect)
            .forEach(type -> constants.put(nameOf(type), constantsOf(type)));
    // a counsellor has several, stored as one text
    constants.put(nameOf(Role.class), constantsOf(Role.class));
    return constants;
  }

  private static String nameOf(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  private static Set<String> constantsOf(Class<?> type) {
    return Stream.of(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyConstantIsListedWithItsMigration() throws IOException {
    Map<String, Set<String>> known = new TreeMap<>();
    listed()
        .forEach(
            line ->
                known.computeIfAbsent(line.type, type -> new TreeSet<>()).addAll(line.constants));

    assertThat(stored())
        .as("add a migration, and a line with its number and the new constants to " + LIST)
        .isEqualTo(known);
  }

  @Test
  void everyListedMigrationExists() throws IOException {
    Set<Integer> migrations;
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      migrations =
          files
              .map(file -> file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"))
              .map(Integer::valueOf)
              .collect(Collectors.toSet());
    }
    assertThat(listed()).allSatisfy(line -> assertThat(migrations).contains(line.schema));
  }
}
