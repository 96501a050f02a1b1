package de.lokalwillkommen.core.texts;

import de.lokalwillkommen.core.kernel.ReadModel;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Reads the texts that the installation words itself, for {@link LatestTexts}. */
@ReadModel
class TextOverlays {

  private OwnTexts texts;

  protected TextOverlays() {}

  @Inject
  TextOverlays(OwnTexts texts) {
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
    texts
        .list()
        .forEach(
            text ->
                patterns
                    .computeIfAbsent(text.language(), l -> new HashMap<>())
                    .put(text.key(), text.pattern()));
    return new TextOverlay(version, patterns);
  }
}
