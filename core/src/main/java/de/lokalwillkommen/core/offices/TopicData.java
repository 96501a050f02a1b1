package de.lokalwillkommen.core.offices;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import java.util.List;
import java.util.Set;

/**
 * What the administration decides about a topic. The canonical constructor refuses, as {@code
 * INVALID}, what does not fit and names the field.
 *
 * @param pictogram the name of the icon beside its label, one of {@link #PICTOGRAMS}
 * @param audience whom it concerns: {@code ANY}, or {@code VOLUNTEER} for those who help
 * @param usualMinutes how long a consultation on it usually takes, 5 to 240 minutes
 * @param walkIn whether one may come for it without an appointment
 * @param bookable whether an appointment may be made for it; one of the two at least
 */
public record TopicData(
    String pictogram, String audience, int usualMinutes, boolean walkIn, boolean bookable) {

  /** The icons to choose from, in the order in which they are shown. */
  public static final List<String> PICTOGRAMS =
      List.of(
          "home",
          "mail",
          "euro",
          "work",
          "school",
          "translate",
          "family_restroom",
          "account_balance",
          "volunteer_activism",
          "groups",
          "handshake",
          "celebration",
          "edit_note",
          "smartphone",
          "key",
          "location_on",
          "info",
          "more_horiz");

  /** The audiences to choose from. */
  public static final List<String> AUDIENCES = List.of("ANY", "VOLUNTEER");

  static final int LEAST_MINUTES = 5;
  static final int MOST_MINUTES = 240;

  public TopicData {
    require("pictogram", Set.copyOf(PICTOGRAMS).contains(pictogram));
    require("audience", Set.copyOf(AUDIENCES).contains(audience));
    require("usualMinutes", usualMinutes >= LEAST_MINUTES && usualMinutes <= MOST_MINUTES);
    require("walkIn", walkIn || bookable);
  }

  private static void require(String field, boolean fits) {
    if (!fits) {
      throw Refusal.of(Kind.INVALID, "topic." + field).with("field", field).asException();
    }
  }
}
