package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.Infrastructure;
import java.util.List;
import java.util.Map;

/** The texts for visitors as the product ships them. The applications have them in bundles. */
@Infrastructure
public interface ShippedTexts {

  /** The tags of the languages that texts may have, in the order in which they are offered. */
  List<String> languages();

  /**
   * The patterns of a language by key; the empty map if nothing is shipped in it. A key begins with
   * its bundle and a slash, for example {@code kiosk/home.greeting}.
   */
  Map<String, String> patterns(String language);
}
