package de.lokalwillkommen.admin.offices;

import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The languages of a kiosk in the form for an office. */
@Named
@RequestScoped
public class OfficeLanguages {

  private OfficesRequest asked;
  private Texts texts;

  protected OfficeLanguages() {}

  @Inject
  OfficeLanguages(OfficesRequest asked, Texts texts) {
    this.asked = asked;
    this.texts = texts;
  }

  /**
   * A language, as it is entered.
   *
   * @param place its place in the order
   * @param offered whether the kiosk offers it
   */
  public record Row(String tag, String ownName, String place, boolean offered) {

    private int order() {
      return SentValues.findNumber(place).orElse(Integer.MAX_VALUE);
    }
  }

  /** The languages as entered, or those that apply, and then the others. */
  public List<Row> getRows() {
    List<String> offered = asked.office().data().languages();
    List<Language> rows = new ArrayList<>(texts.languages());
    if (!offered.isEmpty()) {
      rows.sort(Comparator.comparingInt(language -> placeOf(language, offered)));
    }
    return IntStream.range(0, rows.size())
        .mapToObj(
            i -> {
              Language language = rows.get(i);
              boolean ticked = offered.isEmpty() || offered.contains(language.tag());
              return asked.isSent() ? sent(language) : row(language, "" + (i + 1), ticked);
            })
        .toList();
  }

  private static int placeOf(Language language, List<String> offered) {
    int place = offered.indexOf(language.tag());
    return place < 0 ? offered.size() : place;
  }

  private static Row row(Language language, String place, boolean offered) {
    return new Row(language.tag(), language.ownName(), place, offered);
  }

  private Row sent(Language language) {
    return row(
        language,
        asked.word("place-" + language.tag()).orElse(""),
        asked.all("language").contains(language.tag()));
  }

  /** The tags as entered, in their order; empty if they are all, in the usual order. */
  List<String> sent() {
    List<String> usual = texts.languages().stream().map(Language::tag).toList();
    List<String> entered =
        texts.languages().stream()
            .map(this::sent)
            .filter(Row::offered)
            .sorted(Comparator.comparingInt(Row::order))
            .map(Row::tag)
            .toList();
    if (entered.isEmpty()) {
      throw asked.refused("languages");
    }
    return entered.equals(usual) ? List.of() : entered;
  }
}
