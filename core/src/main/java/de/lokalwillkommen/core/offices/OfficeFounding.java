package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A new office. The canonical constructor refuses, as {@code INVALID}, a slug that does not fit.
 *
 * @param slug the word in addresses: 2 to 40 small letters, digits and hyphens, a letter first
 * @param data its name, address and rules
 * @param outpost whether it is a tablet in a borrowed room
 * @param times when it is open
 * @param counters its counters
 */
public record OfficeFounding(
    String slug,
    OfficeData data,
    boolean outpost,
    List<OpeningTimes> times,
    List<CounterSign> counters) {

  private static final int LONGEST_SLUG = 40;

  public OfficeFounding {
    slug = slug == null ? "" : slug.strip();
    if (!slug.matches("[a-z][a-z0-9-]{0,38}[a-z0-9]")) {
      throw EnteredValue.refused("slug");
    }
    times = List.copyOf(times);
    counters = List.copyOf(counters);
  }

  /** The word that was entered, or one that is made of the name of the office. */
  public static String slug(String entered, String name) {
    if (entered != null && !entered.isBlank()) {
      return entered.strip();
    }
    String plain =
        Normalizer.normalize(
            name.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss"),
            Normalizer.Form.NFD);
    String word = plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-");
    String most = word.substring(0, Math.min(word.length(), LONGEST_SLUG));
    return most.replaceAll("^[0-9-]+|-+$", "");
  }

  /** An office with the rules, hours and counters of another one. */
  public static OfficeFounding like(Office model, String slug, OfficeData place) {
    return new OfficeFounding(
        slug,
        model.data().at(place),
        model.isOutpost(),
        model.openingTimes(),
        model.counters().stream().map(Counter::sign).toList());
  }

  static RuntimeException slugTaken() {
    return Refusal.of(Kind.INVALID, "office.slugTaken").with("field", "slug").asException();
  }
}
