package de.lokalwillkommen.admin.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.core.letters.MailDraft;
import de.lokalwillkommen.core.waitlist.OfferView;
import de.lokalwillkommen.web.page.InstallationName;
import de.lokalwillkommen.web.page.VisitorPage;
import de.lokalwillkommen.web.text.Language;
import de.lokalwillkommen.web.text.Moments;
import de.lokalwillkommen.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the texts of letters. */
@ApplicationScoped
public class LetterWords {

  /** The kinds of letters about an appointment that can still be cancelled. */
  private static final Set<LetterKind> CANCELLABLE =
      EnumSet.of(LetterKind.BOOKED, LetterKind.MOVED, LetterKind.TOMORROW, LetterKind.SOON);

  private static final Template PLAIN =
      template(Mustache.compiler().escapeHTML(false), "letter.txt");
  private static final Template HTML = template(Mustache.compiler(), "letter.html");

  private Texts texts;
  private InstallationName name;

  protected LetterWords() {}

  @Inject
  public LetterWords(Texts texts, InstallationName name) {
    this.texts = texts;
    this.name = name;
  }

  /** A line with a fact: a label and its value. */
  private record Fact(String label, String value) {

    Map<String, String> forTemplate() {
      return Map.of("label", label, "value", value);
    }
  }

  /**
   * The text of a letter.
   *
   * @param page the complete address of the visitor's page
   */
  LetterText say(MailDraft draft, String page) {
    Language language = language(draft);
    Said said = new Said(language, draft.kind());
    AppointmentView appointment = draft.appointment();
    Instant start = draft.offer().map(OfferView::start).orElse(appointment.start());
    String subject =
        said.ofKind("subject", day(language, start, appointment.zone()), time(start, appointment));
    Map<String, Object> content =
        Map.ofEntries(
            Map.entry("lang", language.tag()),
            Map.entry("dir", language.dir()),
            Map.entry("brand", name.get()),
            Map.entry("subject", subject),
            Map.entry("greeting", said.of("letter.greeting")),
            Map.entry("text", said.ofKind("text")),
            Map.entry("facts", facts(draft, said).stream().map(Fact::forTemplate).toList()),
            Map.entry("button", said.ofKind("button")),
            Map.entry("page", page),
            Map.entry("cancelling", cancelling(draft.kind(), said, page)),
            Map.entry("notes", notes(draft.kind(), said)),
            Map.entry("closing", said.of("letter.closing", name.get())));
    return new LetterText(subject, PLAIN.execute(content), HTML.execute(content));
  }

  /** The language of a letter. */
  Language language(MailDraft draft) {
    return texts.language(draft.language());
  }

  private List<Fact> facts(MailDraft draft, Said said) {
    AppointmentView appointment = draft.appointment();
    Instant start = draft.offer().map(OfferView::start).orElse(appointment.start());
    Instant end = draft.offer().map(OfferView::end).orElse(appointment.end());
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            said.of("letter.when"),
            said.of(
                "letter.fromTo",
                day(said.language(), start, appointment.zone()),
                time(start, appointment),
                time(end, appointment))));
    facts.add(
        new Fact(
            said.of("letter.where"),
            draft.offer().map(OfferView::officeName).orElse(appointment.officeName())));
    draft
        .offer()
        .ifPresent(
            offer ->
                facts.add(
                    new Fact(
                        said.of("letter.until"),
                        said.of(
                            "letter.at",
                            day(said.language(), offer.expiresAt(), appointment.zone()),
                            time(offer.expiresAt(), appointment)))));
    if (draft.kind() != LetterKind.CANCELLED) {
      facts.add(
          new Fact(said.of("letter.code"), draft.entry().orElse(appointment.code()).inGroups()));
    }
    return facts;
  }

  /**
   * The link for cancelling, if there is one: the page asks first, so that a robot that follows
   * links cancels nothing.
   */
  private static List<Map<String, String>> cancelling(LetterKind kind, Said said, String page) {
    return CANCELLABLE.contains(kind)
        ? List.of(
            Map.of("label", said.of("letter.cancel"), "address", VisitorPage.cancelling(page)))
        : List.of();
  }

  private static List<String> notes(LetterKind kind, Said said) {
    List<String> notes = new ArrayList<>();
    if (kind != LetterKind.CANCELLED && kind != LetterKind.OFFER) {
      notes.add(said.of("letter.note.checkIn"));
    }
    notes.add(said.of("letter.note.address"));
    notes.add(said.of("letter.note.noReply"));
    return notes;
  }

  private static String day(Language language, Instant instant, ZoneId zone) {
    return Moments.day(instant, zone, language);
  }

  private static String time(Instant instant, AppointmentView appointment) {
    return Moments.time(instant, appointment.zone());
  }

  private static Template template(Mustache.Compiler compiler, String file) {
    try (InputStream in = LetterWords.class.getResourceAsStream(file);
        Reader utf8 = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return compiler.compile(utf8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The texts of one kind of letters in one language. */
  private final class Said {

    private final Language language;
    private final LetterKind kind;

    Said(Language language, LetterKind kind) {
      this.language = language;
      this.kind = kind;
    }

    Language language() {
      return language;
    }

    String of(String key, Object... arguments) {
      return texts.get(language, key, arguments);
    }

    String ofKind(String part, Object... arguments) {
      return of("letter." + kind + "." + part, arguments);
    }
  }
}
