package de.lokalwillkommen.admin.api;

import de.lokalwillkommen.core.dayorders.Announcement;
import de.lokalwillkommen.web.rest.JsonBody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A merge patch of an announcement: what is not named stays, null takes it away (RFC 7396). */
record AnnouncementPatch(JsonBody sent) {

  private static final int WORD = 40;

  /**
   * The announcement after the patch.
   *
   * @param present what is announced now, if anything
   * @throws de.lokalwillkommen.core.kernel.Refused {@code INVALID} with the {@code field} that is
   *     wrong
   * @throws de.lokalwillkommen.web.rest.BadBody if the first announcement names no kind
   */
  Announcement applyTo(Optional<Announcement> present) {
    Announcement.Kind kind =
        present
            .filter(before -> !sent.names("kind"))
            .map(Announcement::kind)
            .orElseGet(() -> sent.oneOf(Announcement.Kind.class, "kind"));
    Optional<String> language =
        sent.names("language")
            ? sent.findText("language", WORD)
            : present.flatMap(Announcement::language);
    return new Announcement(kind, language, texts(present));
  }

  private Map<String, String> texts(Optional<Announcement> present) {
    Map<String, String> texts = new LinkedHashMap<>();
    Optional<JsonBody> own = sent.findObject("texts");
    if (own.isPresent() || !sent.names("texts")) {
      present.ifPresent(before -> texts.putAll(before.texts()));
    }
    own.ifPresent(
        patch ->
            patch
                .names()
                .forEach(
                    tag -> texts.put(tag, patch.findText(tag, Announcement.LONGEST).orElse(""))));
    return texts;
  }
}
