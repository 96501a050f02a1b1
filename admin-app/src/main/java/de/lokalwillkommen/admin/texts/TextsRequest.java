package de.lokalwillkommen.admin.texts;

import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.offices.OfficeProfile;
import de.lokalwillkommen.core.texts.ShippedTexts;
import de.lokalwillkommen.core.texts.TextArea;
import de.lokalwillkommen.core.texts.TextFilter;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** The language and the texts that a request is about, and what its forms have sent. */
@RequestScoped
public class TextsRequest {

  static final String LANGUAGE = "language";
  static final String KEY = "key";
  static final String VERSION = "version";

  private HttpServletRequest request;
  private ShippedTexts shipped;
  private OfficeDirectory offices;

  protected TextsRequest() {}

  @Inject
  TextsRequest(HttpServletRequest request, ShippedTexts shipped, OfficeDirectory offices) {
    this.request = request;
    this.shipped = shipped;
    this.offices = offices;
  }

  /** The language whose texts are shown. */
  String language() {
    return word(LANGUAGE).filter(shipped.languages()::contains).orElse(Texts.FIRST);
  }

  Optional<String> key() {
    return word(KEY);
  }

  /** The office whose screens and clock stand for those of all: the first one, if there is one. */
  Optional<OfficeProfile> office() {
    return offices.list().stream().findFirst();
  }

  ZoneId zone() {
    return office().map(OfficeProfile::zone).orElse(ZoneOffset.UTC);
  }

  /** Which texts are listed. */
  TextFilter filter() {
    return new TextFilter(
        find(TextArea.values(), "area"),
        find(TextFilter.State.values(), "state").orElse(TextFilter.State.ANY),
        word("words").orElse(""));
  }

  private <E extends Enum<E>> Optional<E> find(E[] all, String name) {
    return word(name).flatMap(w -> Arrays.stream(all).filter(e -> e.name().equals(w)).findFirst());
  }

  /** The version that was sent with a form. */
  Optional<Long> version() {
    return word(VERSION).flatMap(SentValues::findNumber).map(Integer::longValue);
  }

  /** A value as it was sent; the empty string counts. */
  Optional<String> sent(String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  Optional<String> word(String name) {
    return sent(name).filter(text -> !text.isBlank());
  }

  /** The address of the list in a language with the present choice. */
  String list(String language) {
    return address("/texts", language);
  }

  /** The address of a file with the texts that are listed. */
  String file(String form) {
    return address("/texts." + form, language());
  }

  private String address(String path, String language) {
    TextFilter filter = filter();
    return request.getContextPath()
        + path
        + "?language="
        + encoded(language)
        + filter.area().map(area -> "&area=" + area).orElse("")
        + (filter.state() == TextFilter.State.ANY ? "" : "&state=" + filter.state())
        + (filter.words().isEmpty() ? "" : "&words=" + encoded(filter.words()));
  }

  /** The address of one text, which leads back to the present choice. */
  String text(String key) {
    return list(language()) + "&key=" + encoded(key);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
