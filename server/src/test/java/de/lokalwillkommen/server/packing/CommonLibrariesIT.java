package de.lokalwillkommen.server.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The libraries that an application needs are in its file or in the common folder. */
class CommonLibrariesIT {

  private static final Path DISTRIBUTION = Path.of("target", "lokal-willkommen.jar");

  @ParameterizedTest
  @ValueSource(strings = {"kiosk", "display", "admin"})
  void librariesLeftOutOfAnApplicationAreInTheCommonFolder(String application, @TempDir Path folder)
      throws IOException {
    Path needed = Path.of("..", application + "-app", "target", "libraries.txt");
    try (FileSystem distribution = FileSystems.newFileSystem(DISTRIBUTION)) {
      Path file = folder.resolve("application.war");
      Files.copy(distribution.getPath("dist", "apps", application + ".war"), file);
      Set<String> common = namesIn(distribution.getPath("dist", "common"));

      Set<String> leftOut =
          Stream.of(Files.readString(needed).strip().split(File.pathSeparator))
              .map(library -> Path.of(library).getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      try (FileSystem war = FileSystems.newFileSystem(file)) {
        leftOut.removeAll(namesIn(war.getPath("WEB-INF", "lib")));
      }

      assertThat(leftOut).isNotEmpty();
      assertThat(common).containsAll(leftOut);
    }
  }

  private static Set<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
