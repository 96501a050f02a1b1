package de.lokalwillkommen.core.texts;

import java.util.List;
import java.util.Optional;

/** The texts that the installation words itself, in the database. */
interface OwnTexts {

  /** The present version of all texts. */
  long version();

  /**
   * Locks all texts until the end of the transaction against other changes. No other lock may be
   * taken afterwards in the same transaction.
   *
   * @return the version that the change has
   */
  long lock();

  /** All texts in all languages. */
  List<OwnText> list();

  /** The text with that key in that language, if it is worded here. */
  Optional<OwnText> find(String key, String language);

  void add(OwnText text);

  void remove(OwnText text);

  /** The languages that have been changed or checked. */
  List<TextLanguage> languages();

  void add(TextLanguage language);
}
