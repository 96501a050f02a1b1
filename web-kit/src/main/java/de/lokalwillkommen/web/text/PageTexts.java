package de.lokalwillkommen.web.text;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * The texts of the page being shown, in its language, under the short name {@code t}: {@code
 * #{t.of('kiosk.home.title')}}. The language is the request's parameter {@code lang}, unless the
 * page says otherwise.
 */
@Named("t")
@RequestScoped
public class PageTexts {

  /** The request parameter that carries the language. */
  public static final String PARAMETER = "lang";

  private Texts texts;
  private Language language;

  protected PageTexts() {}

  @Inject
  public PageTexts(Texts texts, HttpServletRequest request) {
    this.texts = texts;
    this.language = texts.language(request.getParameter(PARAMETER));
  }

  /** Shows the page in another language, if it is offered. */
  public void speak(String tag) {
    language = texts.language(tag);
  }

  public Language getLanguage() {
    return language;
  }

  public List<Language> getLanguages() {
    return texts.languages();
  }

  /** Another number after each change of a text. */
  public long getVersion() {
    return texts.version();
  }

  public String of(String key) {
    return texts.get(language, key);
  }

  public String of(String key, Object argument) {
    return texts.get(language, key, argument);
  }

  public String of(String key, Object first, Object second) {
    return texts.get(language, key, first, second);
  }

  public String of(String key, Object first, Object second, Object third) {
    return texts.get(language, key, first, second, third);
  }

  /**
   * What an office is called in the language of the page.
   *
   * @param office its slug
   * @param name its one name
   */
  public ShownName office(String office, String name) {
    return texts.office(language, office, name);
  }

  /** A text where a name could stand. */
  public ShownName named(String key) {
    return new ShownName(of(key), language.tag());
  }

  /** Whether there is a text with that key. */
  public boolean has(String key) {
    return texts.has(key);
  }

  /** Whether the text with that key has no arguments. */
  public boolean namesNothing(String key) {
    return texts.namesNothing(language, key);
  }
}
