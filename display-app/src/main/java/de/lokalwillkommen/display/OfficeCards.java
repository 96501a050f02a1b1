package de.lokalwillkommen.display;

import de.lokalwillkommen.core.board.OfficeOverview;
import de.lokalwillkommen.core.board.WalkIns;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.NearDay;
import de.lokalwillkommen.web.text.Ranges;
import de.lokalwillkommen.web.text.ShownName;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** Describes the state of an office in words, in the office's time zone. */
@ApplicationScoped
public class OfficeCards {

  private OfficeDirectory offices;
  private Texts texts;
  private Clock clock;

  protected OfficeCards() {}

  @Inject
  OfficeCards(OfficeDirectory offices, Texts texts, Clock clock) {
    this.offices = offices;
    this.texts = texts;
    this.clock = clock;
  }

  OfficeCard card(OfficeOverview office, Language language) {
    Words words = new Words(language, offices.get(office.office()).zone());
    ShownName name = texts.office(language, office.office(), office.name());
    return new OfficeCard(
        office.office(),
        name.text(),
        name.language(),
        office.address().orElse(""),
        office.open(),
        words.state(office),
        office.opensAt().map(words::opens).orElse(""),
        office.open() ? texts.get(language, "board.waiting.people", office.waiting()) : "",
        office.estimate().map(e -> Ranges.inWords(texts, language, e)).orElse(""),
        office.bookable());
  }

  private final class Words {

    private final Language language;
    private final ZoneId zone;
    private final Instant now;

    Words(Language language, ZoneId zone) {
      this.language = language;
      this.zone = zone;
      this.now = clock.instant();
    }

    String state(OfficeOverview office) {
      if (!office.open()) {
        return texts.get(language, "overview.shut");
      }
      if (office.walkIns() == WalkIns.OVER) {
        return texts.get(language, "board.closed.noNumbers");
      }
      return office
          .closesAt()
          .filter(at -> NearDay.of(at, now, zone) == NearDay.TODAY)
          .map(at -> texts.get(language, "overview.openUntil", timeOf(at)))
          .orElseGet(() -> texts.get(language, "overview.open"));
    }

    String opens(Instant at) {
      return texts.get(
          language,
          "overview.opens." + NearDay.of(at, now, zone).word(),
          Moments.day(at, zone, language),
          timeOf(at));
    }

    private String timeOf(Instant instant) {
      return Moments.time(instant, zone);
    }
  }
}
