package de.lokalwillkommen.admin;

import static de.lokalwillkommen.core.offices.OfficeFixture.COUNTER_1;
import static de.lokalwillkommen.core.offices.OfficeFixture.HOUSING;
import static de.lokalwillkommen.core.offices.OfficeFixture.LETTERS;
import static de.lokalwillkommen.core.offices.OfficeFixture.hoerde;
import static org.assertj.core.api.Assertions.assertThat;

import de.lokalwillkommen.admin.ConsoleView.TopicChoice;
import de.lokalwillkommen.admin.security.FormRequest;
import de.lokalwillkommen.core.calling.Lines;
import de.lokalwillkommen.core.offices.OfficeDirectory;
import de.lokalwillkommen.core.staff.CounterShift;
import de.lokalwillkommen.core.staff.Desks;
import de.lokalwillkommen.core.staff.InMemoryStaff;
import de.lokalwillkommen.core.staff.OwnShift;
import de.lokalwillkommen.core.staff.Role;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.staff.TakingShifts;
import de.lokalwillkommen.core.ticketing.TicketingOffice;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.PageTexts;
import de.lokalwillkommen.web.text.Texts;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfferFormTest {

  private static final SignedIn ME =
      new SignedIn(
          7,
          "hoerde-1",
          "Beratung 1",
          Set.of(Role.COUNSELLOR),
          Optional.of("hoerde"),
          Optional.of(COUNTER_1),
          "csrf");

  private final TicketingOffice office = new TicketingOffice(hoerde());
  private final InMemoryStaff staff = new InMemoryStaff();
  private final OwnShift ownShift = new OwnShift(staff);
  private final Deeds deeds = new Deeds(office.clock);
  private final FormRequest sent = new FormRequest(ME);
  private final Texts texts = Texts.of("admin");
  private final SpokenLanguages languages = new SpokenLanguages(texts);
  private final Desks desks = new Desks(staff, office.clock);
  private final ConsoleView view =
      new ConsoleView(
          new Lines(office.offices, office.lines, office.tickets, desks, office.clock),
          new OfficeDirectory(office.offices),
          ownShift,
          languages,
          new LineInWords(texts, languages),
          new PageTexts(texts, sent.request()),
          new Asked(sent.request()),
          sent.me());
  private final OfferForm form =
      new OfferForm(
          new TakingShifts(staff, office.events, office.clock),
          languages,
          view,
          deeds,
          new Asked(sent.request()),
          sent.me());

  @BeforeEach
  void somebodyWhoSpeaksArabicWorksAtTheCounter() {
    Skills skills = new Skills(Set.of("de", "ar"), Set.of());
    staff.add(
        new CounterShift("hoerde", COUNTER_1, ME.counsellor(), skills, office.clock.instant()));
  }

  private OwnShift.Running shift() {
    return ownShift.find(ME.counsellor()).orElseThrow();
  }

  @Test
  void whatIsOfferedIsShownGermanFirst() {
    view.load();

    assertThat(form.getSpoken()).extracting(Language::tag).containsExactly("de", "ar");
    assertThat(form.getAdvised()).isEmpty();
  }

  @Test
  void whatIsTickedIsOfferedAndSaid() {
    sent.with("speaks", "fa", "en").with("advises", LETTERS, HOUSING);

    form.save();
    view.load();

    assertThat(shift().languages()).containsExactlyInAnyOrder("fa", "en");
    assertThat(shift().topics()).containsExactlyInAnyOrder(HOUSING, LETTERS);
    assertThat(form.getSpokenTags()).isEqualTo("de en fa");
    assertThat(form.getAdvised()).extracting(TopicChoice::id).containsExactly(HOUSING, LETTERS);
    assertThat(form.getAdvisedIds()).isEqualTo(HOUSING + " " + LETTERS);
    assertThat(deeds.getNews()).isEqualTo("deed.offered");
  }

  @Test
  void nothingTickedIsGermanAndEverything() {
    form.save();

    assertThat(shift().languages()).isEmpty();
    assertThat(shift().topics()).isEmpty();
  }

  @Test
  void whatIsNotToBeChosenIsNotTaken() {
    sent.with("speaks", "tlh", "en").with("advises", "gardening");

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
