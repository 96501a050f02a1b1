package de.lokalwillkommen.server.system;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The REST calls that the classes of the applications offer, read from what a server runs. */
final class RestResources {

  private static final String REST = "jakarta.ws.rs.";
  private static final String SERVLET = "jakarta.servlet.annotation.WebServlet";
  private static final Pattern MAPPING =
      Pattern.compile("<servlet-mapping>.*?</servlet-mapping>", Pattern.DOTALL);
  private static final Pattern PATTERN = Pattern.compile("<url-pattern>(.*?)</url-pattern>");
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
    try (ZipFile content = new ZipFile(war(server, application).toFile())) {
      return content.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".xhtml") && !name.contains("/"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The addresses of an application that its servlets serve, without the slash before them, for
   * example {@code history.csv}.
   */
  static Set<String> addressesOf(RunningServer server, String application) {
    Path war = war(server, application);
    Set<String> addresses = new TreeSet<>();
    new ClassFileImporter()
        .importUrl(classesIn(war)).stream()
            .flatMap(type -> type.tryGetAnnotationOfType(SERVLET).stream())
            .map(found -> (String[]) found.get("value").orElseThrow())
            .flatMap(Stream::of)
            .forEach(addresses::add);
    try (ZipFile content = new ZipFile(war.toFile());
        InputStream descriptor = content.getInputStream(content.getEntry("WEB-INF/web.xml"))) {
      String text = new String(descriptor.readAllBytes(), StandardCharsets.UTF_8);
      MAPPING.matcher(text).results().forEach(found -> addAll(found.group(), addresses));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return addresses.stream()
        .map(address -> address.replaceFirst("^/", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void addAll(String mapping, Set<String> addresses) {
    PATTERN.matcher(mapping).results().forEach(found -> addresses.add(found.group(1)));
  }

  /** The archive of an application. */
  static Path war(RunningServer server, String application) {
    try (Stream<Path> files = Files.walk(unpacked(server), 3)) {
      return files.filter(file -> file.endsWith(application + ".war")).findFirst().orElseThrow();
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
