package de.lokalwillkommen.admin.daylist;

import de.lokalwillkommen.admin.mail.LetterContent;
import de.lokalwillkommen.admin.mail.LetterWords;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.Slot;
import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.core.rebooking.WorkingList.Item;
import de.lokalwillkommen.web.text.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The letters about the chosen appointments before they go: who gets which text. */
@Named
@RequestScoped
public class LetterSamples {

  private WorkingListPage page;
  private WorkingListView view;
  private LetterWords words;
  private SpokenLanguages languages;
  private PageTexts texts;

  protected LetterSamples() {}

  @Inject
  LetterSamples(
      WorkingListPage page,
      WorkingListView view,
      LetterWords words,
      SpokenLanguages languages,
      PageTexts texts) {
    this.page = page;
    this.view = view;
    this.words = words;
    this.languages = languages;
    this.texts = texts;
  }

  /**
   * The letters in one language.
   *
   * @param language its name
   * @param count how many visitors get a letter in it
   * @param letter the first of them
   */
  public record Sample(String language, int count, LetterContent letter) {}

  /**
   * A chosen appointment.
   *
   * @param row how the list shows it
   * @param pick what the form sends
   * @param later the new time in words; the empty string if it is cancelled or has none
   */
  public record Chosen(WorkingListView.Row row, String pick, String later) {}

  private record Known(Pick pick, Item item) {}

  /** The ticked appointments that are still on the list; the others have changed meanwhile. */
  private List<Known> known() {
    return page.picks().stream()
        .flatMap(pick -> view.find(pick.seen()).map(item -> new Known(pick, item)).stream())
        .toList();
  }

  /** The appointments that will be changed. */
  public List<Chosen> getChosen() {
    return known().stream()
        .filter(this::isPossible)
        .map(
            k -> {
              WorkingListView.Row row = view.row(k.item());
              return new Chosen(row, row.pick(), page.isMoving() ? row.proposal() : "");
            })
        .toList();
  }

  /** How many of the ticked ones stay as they are: there is no free time, or they have changed. */
  public int getLeft() {
    return page.picks().size() - getChosen().size();
  }

  private boolean isPossible(Known known) {
    return !page.isMoving() || known.item().proposal().isPresent();
  }

  /** The number of visitors who get a mail. */
  public long getMailed() {
    return getChosen().stream().filter(c -> c.row().mailed()).count();
  }

  /** Those who get no mail. */
  public List<Chosen> getWithoutMail() {
    return getChosen().stream().filter(c -> !c.row().mailed()).toList();
  }

  /** One letter for each language, with the number of visitors who get it, by mail or on paper. */
  public List<Sample> getSamples() {
    Map<String, List<LetterContent>> letters = new LinkedHashMap<>();
    known().stream()
        .filter(this::isPossible)
        .map(this::letter)
        .forEach(l -> letters.computeIfAbsent(l.language().tag(), t -> new ArrayList<>()).add(l));
    return letters.values().stream()
        .map(
            some ->
                new Sample(
                    languages.nameOf(some.get(0).language(), texts.getLanguage()),
                    some.size(),
                    some.get(0)))
        .toList();
  }

  private LetterContent letter(Known known) {
    AppointmentView appointment = known.item().appointment();
    Optional<Slot> slot = page.isMoving() ? known.item().proposal() : Optional.empty();
    return slot.map(to -> words.about(appointment.wouldMoveTo(to, page.why()), LetterKind.MOVED))
        .orElseGet(
            () -> words.about(appointment.wouldBeCancelled(page.why()), LetterKind.CANCELLED));
  }
}
