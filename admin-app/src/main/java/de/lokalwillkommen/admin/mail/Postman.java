package de.lokalwillkommen.admin.mail;

import de.lokalwillkommen.core.letters.MailDraft;
import de.lokalwillkommen.core.letters.PostingLetters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends due letters to the mail server. While the server cannot be reached letters wait, as long as
 * they are useful; a letter that the server does not accept is dropped after some attempts. The log
 * never contains an address.
 */
@ApplicationScoped
public class Postman {

  private static final Logger LOG = Logger.getLogger(Postman.class.getName());
  private static final int MOST_AT_ONCE = 25;

  /** Letters taken in a round become due again after a minute: a round must end well before. */
  private static final Duration ROUND = Duration.ofSeconds(15);

  private MailServer server;
  private PostingLetters letters;
  private LetterMessages messages;
  private AddressLimit limit;
  private Clock clock;

  protected Postman() {}

  @Inject
  public Postman(
      MailServer server,
      PostingLetters letters,
      LetterMessages messages,
      AddressLimit limit,
      Clock clock) {
    this.server = server;
    this.limit = limit;
    this.letters = letters;
    this.messages = messages;
    this.clock = clock;
  }

  /** One round, over one connection. Does nothing without a mail server. */
  public void deliver() {
    if (!server.isThere()) {
      return;
    }
    List<MailDraft> due = letters.takeDue(MOST_AT_ONCE);
    if (due.isEmpty()) {
      return;
    }
    Instant end = clock.instant().plus(ROUND);
    try (Transport connection = server.connect()) {
      for (MailDraft draft : due) {
        if (clock.instant().isAfter(end)) {
          LOG.info("the mail server is slow, some letters wait for another round");
          return;
        }
        deliver(draft, connection);
      }
    } catch (MessagingException e) {
      LOG.warning(() -> "the mail server cannot be used, letters wait: " + reason(e));
    }
  }

  private void deliver(MailDraft draft, Transport connection) throws MessagingException {
    if (!limit.admits(draft.to())) {
      LOG.log(
          Level.WARNING,
          "letter {0} is not sent: its address has had too many lately",
          String.valueOf(draft.letter()));
      letters.dropped(draft.letter());
      return;
    }
    try {
      MimeMessage message = messages.write(draft);
      connection.sendMessage(message, message.getAllRecipients());
    } catch (SendFailedException e) {
      if (!connection.isConnected()) {
        limit.giveBack(draft.to());
        throw e;
      }
      refused(draft, e);
      return;
    } catch (AddressException | RuntimeException e) {
      refused(draft, e);
      return;
    }
    letters.sent(draft.letter());
  }

  private void refused(MailDraft draft, Exception why) {
    LOG.log(
        Level.WARNING,
        "letter {0} was not accepted: {1}",
        new Object[] {String.valueOf(draft.letter()), kind(why)});
    limit.giveBack(draft.to());
    letters.refused(draft.letter());
  }

  private static String reason(MessagingException e) {
    String why = e instanceof SendFailedException ? kind(e) : e.getMessage();
    return Optional.ofNullable(e.getCause()).map(c -> why + " (" + kind(c) + ")").orElse(why);
  }

  /** Without the message, which may name an address. */
  private static String kind(Throwable e) {
    return e.getClass().getSimpleName();
  }
}
