package de.lokalwillkommen.web.text;

import com.ibm.icu.util.ULocale;

/**
 * A language in which every text exists.
 *
 * @param tag BCP 47 tag
 * @param ownName its name in itself and its own script
 * @param rightToLeft whether it is written from right to left
 */
public record Language(String tag, String ownName, boolean rightToLeft) {

  /** The value of the {@code dir} attribute. */
  public String dir() {
    return rightToLeft ? "rtl" : "ltr";
  }

  /** For dates, plurals and numbers. Digits are Latin in every language, as on the displays. */
  public ULocale locale() {
    return ULocale.forLanguageTag(tag).setKeywordValue("numbers", "latn");
  }
}
