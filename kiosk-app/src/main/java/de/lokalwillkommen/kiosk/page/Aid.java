package de.lokalwillkommen.kiosk.page;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An accessibility aid that a visitor can switch on at a kiosk. */
public enum Aid {
  /** Letters of 7.3 mm, as EN 301 549 asks for at arm's length. */
  LARGE("text_increase"),
  /** Black on white, with borders instead of shades. */
  CONTRAST("contrast"),
  /** Everything that can be touched in the lower half of the screen. */
  REACH("vertical_align_bottom");

  /** The request parameter with the aids that are on. */
  public static final String PARAMETER = "view";

  private static final String SEPARATOR = ",";

  private final String pictogram;

  Aid(String pictogram) {
    this.pictogram = pictogram;
  }

  public String getPictogram() {
    return pictogram;
  }

  /** Its name in addresses, style sheets and message keys. */
  public String getWord() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Parses the parameter; unknown names are ignored. */
  static Set<Aid> read(String parameter) {
    Set<Aid> on = EnumSet.noneOf(Aid.class);
    if (parameter != null) {
      List<String> words = List.of(parameter.split(SEPARATOR));
      Arrays.stream(values()).filter(aid -> words.contains(aid.getWord())).forEach(on::add);
    }
    return on;
  }

  /** The value of the parameter for these aids. */
  static String write(Set<Aid> on) {
    return on.stream().map(Aid::getWord).collect(Collectors.joining(SEPARATOR));
  }
}
