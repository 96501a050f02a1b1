package de.lokalwillkommen.admin.mail;

import de.lokalwillkommen.core.letters.LetterKind;
import de.lokalwillkommen.core.letters.MailDraft;
import de.lokalwillkommen.core.ticketing.VisitorKey;
import de.lokalwillkommen.core.waitlist.OfferView;
import de.lokalwillkommen.web.calendar.CalendarFile;
import de.lokalwillkommen.web.calendar.CalendarFiles;
import de.lokalwillkommen.web.page.InstallationName;
import de.lokalwillkommen.web.page.VisitorPage;
import de.lokalwillkommen.web.text.Language;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Turns letters into mail messages: plain text, HTML, and a calendar file. */
@ApplicationScoped
public class LetterMessages {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /**
   * The letters with a calendar file: those that change the entry, and the reminder on the day
   * before.
   */
  private static final Set<LetterKind> WITH_CALENDAR =
      EnumSet.of(LetterKind.BOOKED, LetterKind.MOVED, LetterKind.CANCELLED, LetterKind.TOMORROW);

  private MailServer server;
  private LetterWords words;
  private CalendarFiles calendars;
  private VisitorKey key;
  private InstallationName name;
  private Clock clock;

  protected LetterMessages() {}

  @Inject
  public LetterMessages(
      MailServer server,
      LetterWords words,
      CalendarFiles calendars,
      VisitorKey key,
      InstallationName name,
      Clock clock) {
    this.server = server;
    this.key = key;
    this.words = words;
    this.calendars = calendars;
    this.name = name;
    this.clock = clock;
  }

  /**
   * The message of a letter, ready to be sent.
   *
   * @throws MessagingException if it cannot be addressed
   */
  MimeMessage write(MailDraft draft) throws MessagingException {
    Language language = words.language(draft);
    String page = page(draft);
    LetterText text = words.say(draft, page);
    MimeMessage message =
        new Named(server.session(), key.uuidFor("letter", draft.letter()), server.from());
    message.setFrom(sender());
    message.setRecipient(RecipientType.TO, new InternetAddress(draft.to().mail(), true));
    message.setSubject(text.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setContentLanguage(new String[] {language.tag()});
    // prevents automatic replies (RFC 3834)
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeMultipart content = new MimeMultipart("mixed");
    content.addBodyPart(inBothForms(text));
    if (WITH_CALENDAR.contains(draft.kind())) {
      content.addBodyPart(
          attached(calendars.write(draft.appointment(), language, URI.create(page))));
    }
    message.setContent(content);
    message.saveChanges();
    return message;
  }

  private String page(MailDraft draft) {
    return server.pages()
        + draft
            .offer()
            .map(OfferView::token)
            .map(VisitorPage::offer)
            .orElseGet(() -> VisitorPage.appointment(draft.appointment().code().toString()))
            .onServer();
  }

  private InternetAddress sender() {
    try {
      return new InternetAddress(server.from(), name.get(), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MimeBodyPart inBothForms(LetterText text) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text.plain(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(text.html(), UTF_8, "html");
    MimeBodyPart both = new MimeBodyPart();
    both.setContent(new MimeMultipart("alternative", plain, html));
    return both;
  }

  private static MimeBodyPart attached(CalendarFile file) throws MessagingException {
    String type = CalendarFile.MEDIA_TYPE + "; method=" + file.method();
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), type)));
    part.setFileName(CalendarFile.NAME);
    part.setDisposition(Part.ATTACHMENT);
    return part;
  }

  /**
   * The message ID: the same letter has the same ID, so that a mailbox can recognise a duplicate.
   */
  private static final class Named extends MimeMessage {

    private final String name;

    Named(Session session, UUID letter, String from) {
      super(session);
      this.name = "<" + letter + from.substring(from.indexOf('@')) + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", name);
    }
  }
}
