package de.lokalwillkommen.admin.post;

import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.web.pace.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many letters an address gets. Nobody has confirmed that whoever left it owns it, so moving an
 * appointment to and fro, or booking and cancelling, must not fill somebody's mailbox. Who has one
 * appointment gets five or six.
 */
@ApplicationScoped
public class AddressPace {

  /** So many at once, and as many more in a day. */
  static final int LETTERS = 12;

  private static final int MOST_KNOWN = 10_000;
  private static final Duration DAY = Duration.ofDays(1);

  /** In memory alone, the least recently used first. */
  private final Map<Contact, Pace> paces =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Contact, Pace> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /** Takes one of an address; false if it has had enough. */
  synchronized boolean admits(Contact address) {
    return paceOf(address).tryTake().isEmpty();
  }

  /** Gives one back that did not arrive. */
  synchronized void giveBack(Contact address) {
    paceOf(address).giveBack();
  }

  private Pace paceOf(Contact address) {
    return paces.computeIfAbsent(address, a -> Pace.of(LETTERS, LETTERS, DAY));
  }
}
