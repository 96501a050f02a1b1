package de.lokalwillkommen.server.system;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The REST calls that the classes of the applications offer, read from what a server runs. */
final class RestResources {

  private static final String REST = "jakarta.ws.rs.";
  private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH");

  private RestResources() {}

  /** All calls of all applications, for example {@code GET /kiosk/api/v1/offices}. */
  static Set<String> of(RunningServer server) {
    try (Stream<Path> files = Files.walk(unpacked(server), 3)) {
      return files
          .filter(file -> file.getParent().endsWith("apps") && file.toString().endsWith(".war"))
          .flatMap(RestResources::in)
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> in(Path war) {
    String name = war.getFileName().toString().replace(".war", "");
    JavaClasses classes = new ClassFileImporter().importUrl(classesIn(war));
    String base =
        classes.stream()
            .flatMap(type -> valueOf(type, "ApplicationPath"))
            .map(path -> "/" + name + "/" + path)
            .findFirst()
            .orElseThrow();
    return classes.stream()
        .flatMap(
            type ->
                valueOf(type, "Path").flatMap(path -> callsOf(type).map(c -> c.below(base, path))));
  }

  /** The pages of an application, for example {@code start.xhtml}. */
  static Set<String> pagesOf(RunningServer server, String application) {
    try (Stream<Path> files = Files.walk(unpacked(server), 3)) {
      Path war =
          files.filter(file -> file.endsWith(application + ".war")).findFirst().orElseThrow();
      try (ZipFile content = new ZipFile(war.toFile())) {
        return content.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.endsWith(".xhtml") && !name.contains("/"))
            .collect(Collectors.toCollection(TreeSet::new));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path unpacked(RunningServer server) {
    Path prepared = Path.of(RunningServer.jar() + ".prepared");
    return Files.isDirectory(prepared) ? prepared : server.data().resolve("run");
  }

  private static URL classesIn(Path war) {
    try {
      return new URI("jar:" + war.toUri() + "!/WEB-INF/classes/").toURL();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalArgumentException(war.toString(), e);
    }
  }

  private record Call(String method, String path) {

    String below(String base, String resource) {
      return method + " " + base + "/" + resource + (path.isEmpty() ? "" : "/" + path);
    }
  }

  private static Stream<Call> callsOf(JavaClass type) {
    return type.getMethods().stream()
        .flatMap(
            method ->
                METHODS.stream()
                    .filter(name -> method.tryGetAnnotationOfType(REST + name).isPresent())
                    .map(name -> new Call(name, pathOf(method))));
  }

  private static String pathOf(JavaMethod method) {
    return valueOf(method, "Path").findFirst().orElse("");
  }

  private static Stream<String> valueOf(HasAnnotations<?> annotated, String annotation) {
    return annotated.tryGetAnnotationOfType(REST + annotation).stream()
        .map(found -> (String) found.get("value").orElseThrow());
  }
}
