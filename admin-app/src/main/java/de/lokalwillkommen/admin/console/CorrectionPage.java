package de.lokalwillkommen.admin.console;

import de.lokalwillkommen.admin.page.ActionFeedback;
import de.lokalwillkommen.admin.page.CommandParameters;
import de.lokalwillkommen.admin.page.SpokenLanguages;
import de.lokalwillkommen.admin.security.CurrentUser;
import de.lokalwillkommen.core.calling.CorrectingTickets;
import de.lokalwillkommen.core.enquiries.CountingEnquiries;
import de.lokalwillkommen.core.enquiries.EnquiryRequest;
import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.kernel.RequestKey;
import de.lokalwillkommen.web.request.SentValues;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The console's commands that put a visit right, or count one without a ticket. */
@Named
@RequestScoped
public class CorrectionPage {

  /** The names of all methods that the page may call. */
  private static final List<String> COMMANDS =
      List.of(
          "correctTopic", "correctPersons", "correctLanguage", "removeNote", "count", "uncount");

  private CorrectingTickets correcting;
  private CountingEnquiries counting;
  private SpokenLanguages languages;
  private ActionFeedback feedback;
  private CommandParameters asked;
  private CurrentUser me;

  protected CorrectionPage() {}

  @Inject
  CorrectionPage(
      CorrectingTickets correcting,
      CountingEnquiries counting,
      SpokenLanguages languages,
      ActionFeedback feedback,
      CommandParameters asked,
      CurrentUser me) {
    this.correcting = correcting;
    this.counting = counting;
    this.languages = languages;
    this.feedback = feedback;
    this.asked = asked;
    this.me = me;
  }

  public List<String> getCommands() {
    return COMMANDS;
  }

  /** Corrects the topic of a visit. */
  public void correctTopic() {
    feedback.doneForGood(
        "topicCorrected",
        correcting.correctTopic(me.get(), asked.ticket(), asked.word("topic").orElse("")));
  }

  /** Corrects how many people come with a ticket. */
  public void correctPersons() {
    int count = asked.word("persons").flatMap(SentValues::findNumber).orElse(0);
    feedback.doneForGood(
        "personsCorrected", correcting.correctPersons(me.get(), asked.ticket(), count));
  }

  /** Corrects the language that the visitor speaks. */
  public void correctLanguage() {
    String language =
        asked
            .word("language")
            .filter(languages::includes)
            .orElseThrow(() -> Refusal.of(Kind.INVALID, "language.unknown").asException());
    feedback.doneForGood(
        "languageCorrected", correcting.correctLanguage(me.get(), asked.ticket(), language));
  }

  /** Removes the note for the colleague, once it has been read. */
  public void removeNote() {
    correcting.removeNote(me.get(), asked.ticket());
    feedback.tell("feedback.noteRemoved");
  }

  /** Counts an information at the door; a repeated request counts none. */
  public void count() {
    String topic = asked.word("topic").orElse("");
    String language = asked.word("language").filter(languages::includes).orElse(Texts.FIRST);
    RequestKey key =
        asked
            .word("request")
            .map(request -> keyOf(request, topic, language))
            .orElseThrow(
                () ->
                    Refusal.of(Kind.INVALID, "topic.unknown").with("field", "topic").asException());
    feedback.counted(counting.count(me.get(), new EnquiryRequest(topic, language, key)));
  }

  /** Takes back what was counted. */
  public void uncount() {
    feedback.tell(
        "feedback.uncounted", counting.takeBack(me.get(), asked.number("enquiry").orElse(0L)));
  }

  /** Another choice in the same dialog is another request; the length of a key is limited. */
  static RequestKey keyOf(String request, String topic, String language) {
    String all = String.join(" ", request, topic, language);
    return new RequestKey(UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString());
  }
}
