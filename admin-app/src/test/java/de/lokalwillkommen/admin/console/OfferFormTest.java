package de.lokalwillkommen.admin.console;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.LETTERS;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.admin.console.ConsoleView.TopicChoice;
import de.lokalwillkommen.core.kernel.RecordedEvents;
import de.lokalwillkommen.core.staff.CounterShift;
import de.lokalwillkommen.core.staff.OwnShift;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.staff.TakingShifts;
import de.lokalwillkommen.web.text.Language;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfferFormTest {

  private final DeskInHoerde desk = new DeskInHoerde();
  private final OfferForm form =
      new OfferForm(
          new TakingShifts(desk.staff, new RecordedEvents(), desk.booking.clock),
          desk.languages,
          desk.console,
          desk.feedback,
          desk.asked,
          desk.sent.me());

  @BeforeEach
  void aCounsellorWhoSpeaksArabicWorksAtTheCounter() {
    Skills skills = new Skills(Set.of("de", "ar"), Set.of());
    desk.staff.add(
        new CounterShift(
            "hoerde",
            COUNTER_1,
            DeskInHoerde.ME.counsellor(),
            skills,
            desk.booking.clock.instant()));
  }

  private OwnShift.Running shift() {
    return desk.ownShift.find(DeskInHoerde.ME.counsellor()).orElseThrow();
  }

  @Test
  void offeredLanguagesAreShownGermanFirst() {
    desk.console.load();

    assertThat(form.getSpoken()).extracting(Language::tag).containsExactly("de", "ar");
    assertThat(form.getAdvised()).isEmpty();
  }

  @Test
  void tickedChoicesAreOfferedAndAnnounced() {
    desk.sent.with("speaks", "fa", "en").with("advises", LETTERS, HOUSING);

    form.save();
    desk.console.load();

    assertThat(shift().languages()).containsExactlyInAnyOrder("fa", "en");
    assertThat(shift().topics()).containsExactlyInAnyOrder(HOUSING, LETTERS);
    assertThat(form.getSpokenTags()).isEqualTo("de en fa");
    assertThat(form.getAdvised()).extracting(TopicChoice::id).containsExactly(HOUSING, LETTERS);
    assertThat(form.getAdvisedIds()).isEqualTo(HOUSING + " " + LETTERS);
    assertThat(desk.feedback.getNews().key()).isEqualTo("feedback.offered");
  }

  @Test
  void nothingTickedIsGermanAndEverything() {
    form.save();

    assertThat(shift().languages()).isEmpty();
    assertThat(shift().topics()).isEmpty();
  }

  @Test
  void invalidChoicesAreIgnored() {
    desk.sent.with("speaks", "tlh", "en").with("advises", "gardening");

    form.save();

    assertThat(shift().languages()).containsExactly("en");
    assertThat(shift().topics()).isEmpty();
  }

  @Test
  void germanIsNotAskedFor() {
    assertThat(form.getLanguages())
        .extracting(Language::tag)
        .contains("en", "ar", "so")
        .doesNotContain("de", "de-simple");
  }
}
