package de.lokalwillkommen.server.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The commands that the pages of the staff can give, read from the pages that a server runs. */
final class PageCommands {

  private static final Pattern EXPRESSION = Pattern.compile("#\\{(.*)}");
  private static final Map<Integer, Path> WARS = new HashMap<>();
  private static final Map<String, Element> READ = new HashMap<>();
  private static final List<String> PARTS = List.of("ui:include", "ui:decorate");

  private final Path war;

  private PageCommands(Path war) {
    this.war = war;
  }

  /**
   * A command.
   *
   * @param name what it calls, such as {@code hoursForm.save}; or the field and the value of a
   *     button that its page reads itself, such as {@code do=stop}
   * @param form the identifier of its form; the empty string if it is in none
   * @param field the name of the field that gives it; the empty string if being shown gives it
   * @param value the value of that field
   */
  record Command(String name, String form, String field, String value) {}

  /** All commands of a page, those of its parts included. */
  static List<Command> of(RunningServer server, String page) {
    Path war = WARS.computeIfAbsent(server.port(), once -> RestResources.war(server, "admin"));
    PageCommands commands = new PageCommands(war);
    List<Command> found = new ArrayList<>();
    commands.collect(commands.read(Path.of("/", page)), Path.of("/", page), "", found);
    return found;
  }

  private void collect(Element element, Path file, String form, List<Command> found) {
    String around = element.getTagName().equals("h:form") ? element.getAttribute("id") : form;
    command(element, around).ifPresent(found::add);
    partOf(element, file).ifPresent(part -> collect(read(part), part, around, found));
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i).getNodeType() == Node.ELEMENT_NODE) {
        collect((Element) children.item(i), file, around, found);
      }
    }
  }

  private static Optional<Path> partOf(Element element, Path file) {
    String part =
        element.getAttribute(element.getTagName().equals("ui:include") ? "src" : "template");
    if (!PARTS.contains(element.getTagName()) || part.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(file.resolveSibling(part).normalize());
  }

  private static Optional<Command> command(Element element, String form) {
    String action = element.getAttribute("action") + element.getAttribute("listener");
    Matcher expression = EXPRESSION.matcher(action);
    if (expression.matches()) {
      String id = element.getAttribute("id");
      return Optional.of(new Command(expression.group(1), form, id, id));
    }
    String name = element.getAttribute("name");
    if (!element.getTagName().equals("button") || name.isEmpty()) {
      return Optional.empty();
    }
    String value = element.getAttribute("value").replaceAll(":?#\\{.*", "");
    return Optional.of(new Command(value.isEmpty() ? name : name + "=" + value, form, name, value));
  }

  private Element read(Path page) {
    return READ.computeIfAbsent(war + " " + page, once -> parse(page));
  }

  private Element parse(Path page) {
    try (ZipFile content = new ZipFile(war.toFile());
        InputStream text = content.getInputStream(content.getEntry(page.toString().substring(1)))) {
      String markup = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(markup.replace("<!DOCTYPE html>", ""))));
      return document.getDocumentElement();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalArgumentException(page.toString(), e);
    }
  }
}
