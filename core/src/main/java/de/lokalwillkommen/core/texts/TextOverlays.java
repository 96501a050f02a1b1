package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.MainLanguage;
import de.lokalwillkommen.core.kernel.ReadModel;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Reads the texts that the installation words itself, for {@link LatestTexts}. A text that no
 * longer fits, since an update has given the shipped one other arguments, is left out: a page with
 * it would fail.
 */
@ReadModel
class TextOverlays {

  private static final Logger LOG = Logger.getLogger(TextOverlays.class.getName());

  private ShippedTexts shipped;
  private OwnTexts texts;

  protected TextOverlays() {}

  @Inject
  TextOverlays(ShippedTexts shipped, OwnTexts texts) {
    this.shipped = shipped;
    this.texts = texts;
  }

  /** The overlay, which is the known one if nothing has changed since. */
  TextOverlay read(TextOverlay known) {
    // read before the texts, so that an overlay is never older than its version
    long version = texts.version();
    if (version == known.version()) {
      return known;
    }
    Map<String, Map<String, String>> patterns = new HashMap<>();
    texts.list().stream()
        .filter(this::fits)
        .forEach(
            text ->
                patterns
                    .computeIfAbsent(text.language(), l -> new HashMap<>())
                    .put(text.key(), text.pattern()));
    return new TextOverlay(version, patterns);
  }

  private boolean fits(OwnText text) {
    List<String> patterns =
        Stream.of(MainLanguage.TAG, text.language())
            .flatMap(language -> Stream.ofNullable(shipped.patterns(language).get(text.key())))
            .toList();
    boolean fits = TextPattern.findObjection(text.pattern(), text.language(), patterns).isEmpty();
    if (!fits) {
      LOG.warning(() -> "own text " + text.key() + " in " + text.language() + " does not fit");
    }
    return fits;
  }
}
