package de.lokalwillkommen.admin.console;

import de.lokalwillkommen.admin.console.ConsoleView.TopicChoice;
import de.lokalwillkommen.admin.page.ActionFeedback;
import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.staff.Skills;
import de.lokalwillkommen.core.staff.TakingShifts;
import de.lokalwillkommen.web.text.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages and topics that the counsellor offers today: the current ones, and a change. */
@Named
@RequestScoped
public class OfferForm {

  private TakingShifts shifts;
  private SpokenLanguages languages;
  private ConsoleView view;
  private ActionFeedback feedback;
  private CommandParameters asked;
  private CurrentUser me;

  protected OfferForm() {}

  @Inject
  OfferForm(
      TakingShifts shifts,
      SpokenLanguages languages,
      ConsoleView view,
      ActionFeedback feedback,
      CommandParameters asked,
      CurrentUser me) {
    this.shifts = shifts;
    this.languages = languages;
    this.view = view;
    this.feedback = feedback;
    this.asked = asked;
    this.me = me;
  }

  /** Offers the ticked languages and topics from now on; German is always offered. */
  public void save() {
    Skills skills =
        new Skills(
            ticked("speaks", getLanguages().stream().map(Language::tag).toList()),
            ticked("advises", view.getTopics().stream().map(TopicChoice::id).toList()));
    shifts.offer(me.get().counsellor(), skills);
    feedback.tell("feedback.offered");
  }

  /** The languages to choose from: all but German, which is spoken at every counter. */
  public List<Language> getLanguages() {
    return languages.listBesidesGerman();
  }

  /** The offered languages, German first, then in the order of all languages. */
  public List<Language> getSpoken() {
    Set<String> spoken = view.shift().languages();
    return Stream.concat(
            Stream.of(languages.german()),
            getLanguages().stream().filter(l -> spoken.contains(l.tag())))
        .toList();
  }

  /** The offered topics, in the office's order; empty means all. */
  public List<TopicChoice> getAdvised() {
    Set<String> advised = view.shift().topics();
    return view.getTopics().stream().filter(t -> advised.contains(t.id())).toList();
  }

  /** The tags of {@link #getSpoken()}, separated by blanks. */
  public String getSpokenTags() {
    return getSpoken().stream().map(Language::tag).collect(Collectors.joining(" "));
  }

  /** The identifiers of {@link #getAdvised()}, separated by blanks. */
  public String getAdvisedIds() {
    return getAdvised().stream().map(TopicChoice::id).collect(Collectors.joining(" "));
  }

  private Set<String> ticked(String name, List<String> choices) {
    return asked.words(name).stream().filter(choices::contains).collect(Collectors.toSet());
  }
}
