package de.lokalwillkommen.admin.mail;

import de.lokalwillkommen.core.booking.Contact;
import de.lokalwillkommen.web.ratelimit.RateLimit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits how many letters an address gets. The owner of an address has not confirmed it, so moving
 * an appointment to and fro, or booking and cancelling, must not flood a stranger's mailbox. A
 * visitor with one appointment gets five or six.
 */
@ApplicationScoped
public class AddressLimit {

  /** The number of letters allowed at once, and again per day. */
  static final int LETTERS = 12;

  private static final int MOST_KNOWN = 10_000;
  private static final Duration DAY = Duration.ofDays(1);

  /** Kept in memory only; the least recently used address is dropped first. */
  private final Map<Contact, RateLimit> limits =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Contact, RateLimit> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  /** Takes one letter of an address's allowance; false if it is used up. */
  synchronized boolean admits(Contact address) {
    return limitOf(address).tryTake().isEmpty();
  }

  /** Returns one letter that was not delivered. */
  synchronized void giveBack(Contact address) {
    limitOf(address).giveBack();
  }

  private RateLimit limitOf(Contact address) {
    return limits.computeIfAbsent(address, a -> RateLimit.of(LETTERS, LETTERS, DAY));
  }
}
