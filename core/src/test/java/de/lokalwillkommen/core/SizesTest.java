package de.lokalwillkommen.core;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The main code of all modules stays in pieces that a reader takes in at a glance: most of it is
 * small, and no method or package is large.
 */
class SizesTest {

  private static final Path PROJECT = Path.of("..");
  private static final String CODE = "src/main/java";
  private static final String PACKAGE_INFO = "package-info.java";

  private static final int LONGEST_METHOD = 40;
  private static final int LARGEST_PACKAGE = 40;
  private static final double LARGEST_SHARE_OF_CORE = 0.25;

  private static final List<Source> SOURCES = read();
  private static final List<Method> METHODS = new ArrayList<>();

  static {
    parse();
  }

  /**
   * A file.
   *
   * @param code the number of lines that are neither blank nor comment, import or package
   */
  private record Source(Path path, int code) {}

  /**
   * A method or constructor.
   *
   * @param lines from the first line of its signature to its closing brace
   * @param code the lines of its body that are neither blank nor comment
   */
  private record Method(String name, int lines, int code) {}

  private static List<Source> read() {
    try (Stream<Path> modules = Files.list(PROJECT)) {
      List<Source> found = new ArrayList<>();
      for (Path module : modules.filter(m -> Files.isDirectory(m.resolve(CODE))).toList()) {
        try (Stream<Path> files = Files.walk(module.resolve(CODE))) {
          for (Path file : files.filter(SizesTest::isSource).toList()) {
            found.add(new Source(file, code(Files.readString(file))));
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith(PACKAGE_INFO);
  }

  private static int code(String text) {
    return (int)
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.matches("(//|/\\*|\\*|import |package ).*"))
            .count();
  }

  private static void parse() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> paths = SOURCES.stream().map(Source::path).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(paths));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        String text = unit.getSourceFile().getCharContent(true).toString();
        new Measuring(unit, text, positions).scan(unit, null);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds the methods of a file. */
  private static final class Measuring extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final String text;
    private final SourcePositions positions;

    Measuring(CompilationUnitTree unit, String text, SourcePositions positions) {
      this.unit = unit;
      this.text = text;
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (method.getBody() != null) {
        // behind the annotations
        String all =
            method.getModifiers().getAnnotations().stream()
                .mapToLong(annotation -> positions.getEndPosition(unit, annotation))
                .max()
                .stream()
                .mapToObj(end -> text.substring((int) end, end(method)).stripLeading())
                .findFirst()
                .orElseGet(() -> text.substring(start(method), end(method)));
        String body = text.substring(start(method.getBody()) + 1, end(method.getBody()) - 1);
        String name = unit.getSourceFile().getName() + " " + method.getName();
        METHODS.add(new Method(name, (int) all.lines().count(), code(body)));
      }
      return super.visitMethod(method, nothing);
    }

    private int start(Tree tree) {
      return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
      return (int) positions.getEndPosition(unit, tree);
    }
  }

  private static int percentile(Collection<Integer> values, int percent) {
    return values.stream().sorted().toList().get(values.size() * percent / 100);
  }

  @Test
  void allModulesAreMeasured() {
    assertThat(SOURCES)
        .extracting(source -> source.path().getName(1))
        .contains(
            Path.of("core"),
            Path.of("web-kit"),
            Path.of("kiosk-app"),
            Path.of("display-app"),
            Path.of("admin-app"),
            Path.of("server"));
    assertThat(METHODS).hasSizeGreaterThan(SOURCES.size());
  }

  @Test
  void noMethodIsLong() {
    assertThat(METHODS).filteredOn(method -> method.lines() > LONGEST_METHOD).isEmpty();
  }

  @Test
  void mostMethodsAreShort() {
    assertThat(percentile(METHODS.stream().map(Method::code).toList(), 90)).isLessThanOrEqualTo(10);
  }

  @Test
  void mostFilesAreSmall() {
    List<Integer> sizes = SOURCES.stream().map(Source::code).toList();
    assertThat(percentile(sizes, 50)).as("median").isLessThanOrEqualTo(40);
    assertThat(percentile(sizes, 90)).as("nine of ten").isLessThanOrEqualTo(120);
  }

  @Test
  void noPackageHasManyFiles() {
    assertThat(SOURCES.stream().collect(groupingBy(s -> s.path().getParent(), counting())))
        .allSatisfy(
            (name, files) ->
                assertThat(files).as(name.toString()).isLessThanOrEqualTo(LARGEST_PACKAGE));
  }

  @Test
  void noFeatureIsALargePartOfTheCore() {
    Path core = PROJECT.resolve("core").resolve(CODE).resolve("de/lokalwillkommen/core");
    Map<String, Integer> features =
        SOURCES.stream()
            .filter(source -> source.path().startsWith(core))
            .collect(
                groupingBy(
                    source -> core.relativize(source.path()).getName(0).toString(),
                    summingInt(Source::code)));
    int all = features.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(features)
        .hasSizeGreaterThan(2)
        .allSatisfy(
            (name, code) ->
                assertThat((double) code / all)
                    .as(name)
                    .isLessThanOrEqualTo(LARGEST_SHARE_OF_CORE));
  }
}
