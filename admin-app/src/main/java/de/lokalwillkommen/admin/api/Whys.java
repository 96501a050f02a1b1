package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.core.calling.LineView.Why;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says why a ticket stands where it stands. */
@ApplicationScoped
public class Whys {

  private Texts texts;

  protected Whys() {}

  @Inject
  Whys(Texts texts) {
    this.texts = texts;
  }

  /** The reason in the language of whoever asks; languages are called by their own names. */
  public String inWords(Why why, Language language) {
    Object[] arguments =
        why.arguments().stream()
            .map(
                a ->
                    a instanceof String word
                        ? texts.find(word).map(Language::ownName).orElse(word)
                        : a)
            .toArray();
    return texts.get(language, "why." + why.key(), arguments);
  }
}
