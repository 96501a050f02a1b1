package de.lokalwillkommen.admin.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import de.lokalwillkommen.core.booking.AppointmentView;
import de.lokalwillkommen.core.booking.BookingCode;
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
import java.util.Optional;
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

  /**
   * The text of a letter.
   *
   * @param page the complete address of the visitor's page
   */
  LetterText say(MailDraft draft, String page) {
    LetterContent letter = content(draft);
    Said said = new Said(letter.language(), draft.kind());
    Map<String, Object> content =
        Map.ofEntries(
            Map.entry("lang", letter.language().tag()),
            Map.entry("dir", letter.language().dir()),
            Map.entry("brand", letter.brand()),
            Map.entry("subject", letter.subject()),
            Map.entry("greeting", letter.greeting()),
            Map.entry("text", letter.text()),
            Map.entry("facts", letter.facts().stream().map(LetterWords::forTemplate).toList()),
            Map.entry("button", said.ofKind("button")),
            Map.entry("page", page),
            Map.entry("cancelling", cancelling(draft.kind(), said, page)),
            Map.entry("notes", notes(draft.kind(), said)),
            Map.entry("closing", letter.closing()));
    return new LetterText(letter.subject(), PLAIN.execute(content), HTML.execute(content));
  }

  private static Map<String, String> forTemplate(LetterContent.Fact fact) {
    return Map.of("label", fact.label(), "value", fact.value());
  }

  /**
   * What a letter about an appointment says, before it is sent and for paper.
   *
   * @param appointment the appointment as the letter describes it
   */
  public LetterContent about(AppointmentView appointment, LetterKind kind) {
    Said said = new Said(texts.language(appointment.language()), kind);
    return content(said, appointment, appointment.start(), facts(appointment, said));
  }

  private LetterContent content(MailDraft draft) {
    Said said = new Said(language(draft), draft.kind());
    Instant start = draft.offer().map(OfferView::start).orElse(draft.appointment().start());
    return content(said, draft.appointment(), start, facts(draft, said));
  }

  private LetterContent content(
      Said said, AppointmentView appointment, Instant start, List<LetterContent.Fact> facts) {
    return new LetterContent(
        said.language(),
        name.get(),
        said.ofKind(
            "subject", day(said.language(), start, appointment.zone()), time(start, appointment)),
        said.of("letter.greeting"),
        said.reason(appointment).map(why -> why + " ").orElse("") + said.ofKind("text"),
        facts,
        said.of(said.kind() == LetterKind.CANCELLED ? "letter.scan.again" : "letter.scan"),
        said.of("letter.closing", name.get()));
  }

  /** The language of a letter. */
  Language language(MailDraft draft) {
    return texts.language(draft.language());
  }

  private List<LetterContent.Fact> facts(MailDraft draft, Said said) {
    if (draft.offer().isEmpty()) {
      return facts(draft.appointment(), said);
    }
    OfferView offer = draft.offer().get();
    AppointmentView held = draft.appointment();
    List<LetterContent.Fact> facts = new ArrayList<>();
    facts.add(when(offer.start(), offer.end(), held, said));
    facts.add(where(offer.office(), offer.officeName(), said));
    facts.add(
        new LetterContent.Fact(
            said.of("letter.until"),
            said.of(
                "letter.at",
                day(said.language(), offer.expiresAt(), held.zone()),
                time(offer.expiresAt(), held))));
    facts.add(code(draft.entry().orElse(held.code()), said));
    return facts;
  }

  private List<LetterContent.Fact> facts(AppointmentView appointment, Said said) {
    List<LetterContent.Fact> facts = new ArrayList<>();
    facts.add(when(appointment.start(), appointment.end(), appointment, said));
    facts.add(where(appointment.office(), appointment.officeName(), said));
    if (said.kind() != LetterKind.CANCELLED) {
      facts.add(code(appointment.code(), said));
    }
    return facts;
  }

  private LetterContent.Fact where(String office, String name, Said said) {
    return new LetterContent.Fact(
        said.of("letter.where"), texts.office(said.language(), office, name).text());
  }

  private static LetterContent.Fact when(
      Instant start, Instant end, AppointmentView appointment, Said said) {
    return new LetterContent.Fact(
        said.of("letter.when"),
        said.of(
            "letter.fromTo",
            day(said.language(), start, appointment.zone()),
            time(start, appointment),
            time(end, appointment)));
  }

  private static LetterContent.Fact code(BookingCode code, Said said) {
    return new LetterContent.Fact(said.of("letter.code"), code.inGroups());
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

    LetterKind kind() {
      return kind;
    }

    /** Why the office moves or cancels, if the letter reports that and there is a text for it. */
    Optional<String> reason(AppointmentView appointment) {
      boolean reports = kind == LetterKind.MOVED || kind == LetterKind.CANCELLED;
      return appointment
          .officeReason()
          .map(why -> "letter.why." + why)
          .filter(key -> reports && texts.has(key))
          .map(this::of);
    }

    String of(String key, Object... arguments) {
      return texts.get(language, key, arguments);
    }

    String ofKind(String part, Object... arguments) {
      return of("letter." + kind + "." + part, arguments);
    }
  }
}
