package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.MainLanguage;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Gives offices their names in languages other than German, in which an office has its one name.
 * Part of a use case that changes offices, which has asked whether the person may.
 */
@Dependent
public class NamingOffices {

  private ShippedTexts shipped;
  private OwnTexts texts;
  private TextWriter writer;

  protected NamingOffices() {}

  @Inject
  NamingOffices(ShippedTexts shipped, OwnTexts texts, TextWriter writer) {
    this.shipped = shipped;
    this.texts = texts;
    this.writer = writer;
  }

  /**
   * Names an office, under the lock on all texts. Names that already apply change nothing and take
   * no lock, so that other editors of texts are not disturbed.
   *
   * @param names in some languages; in others nothing changes
   * @param seen the version of all texts that the editor has seen
   * @throws de.lokalwillkommen.core.kernel.Refused {@code CHANGED_MEANWHILE} if one of these names
   *     has been changed since the editor has seen it; {@code UNKNOWN} for German, and if texts
   *     cannot have a language
   */
  public void name(SignedIn me, String office, List<OfficeName> names, long seen) {
    names.forEach(name -> requireKnown(name.language()));
    String key = TextKey.ofOffice(office);
    List<OfficeName> others =
        names.stream()
            .filter(name -> writer.wouldChange(name.language(), new TextLine(1, key, name.name())))
            .toList();
    if (others.isEmpty()) {
      return;
    }
    long now = texts.lock();
    for (OfficeName name : others) {
      if (texts.find(key, name.language()).filter(text -> text.version() > seen).isPresent()) {
        throw Refusal.of(Kind.CHANGED_MEANWHILE, "text.changedMeanwhile").asException();
      }
      writer.write(me, name.language(), List.of(new TextLine(1, key, name.name())), now);
    }
  }

  private void requireKnown(String language) {
    if (language.equals(MainLanguage.TAG) || !shipped.languages().contains(language)) {
      throw Refusal.of(Kind.UNKNOWN, "language.unknown").asException();
    }
  }
}
