package de.lokalwillkommen.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The expressions of pages, with what their names mean: beans, variables of loops, and what is
 * handed to included pages and to the product's own tags.
 */
final class PageExpressions {

  /** A page may pass on a name that it gets from a page that is read later. */
  private static final int PASSES = 5;

  /** The tags of Faces and its libraries, whose attributes are no names in another page. */
  private static final Set<String> LIBRARIES = Set.of("", "h", "f", "p", "ui", "c");

  private final Map<String, Set<Type>> everywhere = new HashMap<>();
  private final Map<Path, List<Map<String, String>>> pages = new LinkedHashMap<>();
  private final Collection<Class<?>> records;

  PageExpressions(Map<String, Class<?>> beans, Collection<Class<?>> records) {
    beans.forEach((name, bean) -> everywhere.put(name, new HashSet<>(Set.of(bean))));
    this.records = records;
  }

  /** Reads a page. */
  void add(Path page) {
    List<Map<String, String>> elements = new ArrayList<>();
    try (InputStream content = Files.newInputStream(page)) {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      XMLStreamReader reader = factory.createXMLStreamReader(content);
      while (reader.hasNext()) {
        reader.next();
        if (reader.isStartElement()) {
          elements.add(element(reader));
        } else if (reader.isCharacters()) {
          elements.add(Map.of("", reader.getText()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(page.toString(), e);
    }
    pages.put(page, elements);
  }

  /** The attributes by their names, and the name of the element under the name {@code <}. */
  private static Map<String, String> element(XMLStreamReader reader) {
    Map<String, String> element = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    element.put("<", reader.getPrefix() + ":" + reader.getLocalName());
    return element;
  }

  /**
   * Looks at all pages.
   *
   * @return what is wrong and how often a record was read
   */
  Findings look() {
    for (int pass = 1; pass < PASSES; pass++) {
      lookOnce();
    }
    return lookOnce();
  }

  private Findings lookOnce() {
    List<String> wrong = new ArrayList<>();
    int read = 0;
    for (Map.Entry<Path, List<Map<String, String>>> page : pages.entrySet()) {
      Map<String, Set<Type>> here = new HashMap<>();
      ExpressionTypes types =
          new ExpressionTypes(
              name -> here.getOrDefault(name, everywhere.getOrDefault(name, Set.of())), records);
      // a loop may use the variable of an outer loop
      for (int depth = 1; depth < PASSES; depth++) {
        page.getValue().forEach(element -> learn(element, types, here));
      }
      types.wrong().forEach(what -> wrong.add(page.getKey() + ": " + what));
      read += types.recordsRead();
    }
    return new Findings(wrong, read);
  }

  /** Reads an element's expressions and the names that it defines. */
  private void learn(
      Map<String, String> element, ExpressionTypes types, Map<String, Set<Type>> here) {
    Map<String, Set<Type>> meanings = new HashMap<>();
    element.forEach((attribute, text) -> meanings.put(attribute, types.read(text)));
    String tag = element.getOrDefault("<", "");
    Set<Type> value = meanings.getOrDefault("value", meanings.getOrDefault("items", Set.of()));
    if (tag.equals("ui:param")) {
      give(everywhere, element.get("name"), value);
    } else if (tag.equals("c:set")) {
      give(here, element.get("var"), value);
    } else if (element.containsKey("var")) {
      value.forEach(type -> give(here, element.get("var"), ExpressionTypes.elements(type)));
      // for the pages that are included within the loop
      value.forEach(type -> give(everywhere, element.get("var"), ExpressionTypes.elements(type)));
    } else if (!LIBRARIES.contains(tag.replaceAll(":.*", ""))) {
      meanings.forEach((attribute, meaning) -> give(everywhere, attribute, meaning));
    }
  }

  private static void give(Map<String, Set<Type>> names, String name, Set<Type> meaning) {
    names.computeIfAbsent(name, unknown -> new HashSet<>()).addAll(meaning);
  }

  /**
   * What was found.
   *
   * @param wrong where pages read what fails, as {@code page: Record.property}
   * @param recordsRead how often they read or call a record
   */
  record Findings(List<String> wrong, int recordsRead) {}
}
