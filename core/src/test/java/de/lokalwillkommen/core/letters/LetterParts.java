package de.lokalwillkommen.core.letters;

import de.lokalwillkommen.core.booking.AppointmentChanged;
import de.lokalwillkommen.core.booking.Appointments;
import de.lokalwillkommen.core.kernel.DomainEvent;
import de.lokalwillkommen.core.offices.Offices;
import de.lokalwillkommen.core.waitlist.OfferChanged;
import de.lokalwillkommen.core.waitlist.OfferTokens;
import de.lokalwillkommen.core.waitlist.Waitlist;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Letters in some box, wired as the container does it. */
public final class LetterParts {

  private final LetterBox box;

  private LetterParts(LetterBox box) {
    this.box = box;
  }

  public static LetterParts inMemory() {
    return new LetterParts(new InMemoryLetterBox());
  }

  public static LetterParts over(EntityManager entities) {
    return new LetterParts(new JpaLetterBox(entities));
  }

  /** The observer that writes letters. */
  public Consumer<DomainEvent> writing(Appointments appointments, Waitlist waitlist) {
    Letters letters = new Letters(box, appointments, waitlist);
    return event -> {
      if (event instanceof AppointmentChanged changed) {
        letters.hear(changed);
      } else if (event instanceof OfferChanged changed) {
        letters.hear(changed);
      }
    };
  }

  public PostingLetters posting(
      Appointments appointments,
      Waitlist waitlist,
      OfferTokens tokens,
      Offices offices,
      Clock clock) {
    return new PostingLetters(box, appointments, waitlist, tokens, offices, clock);
  }

  public LetterQueue queue(Clock clock) {
    return new LetterQueue(box, clock);
  }

  /** The letters written in memory, in order, whatever their status is. */
  public List<LetterKind> kinds() {
    return list().stream().map(Letter::kind).toList();
  }

  List<Letter> list() {
    return ((InMemoryLetterBox) box).list();
  }
}
