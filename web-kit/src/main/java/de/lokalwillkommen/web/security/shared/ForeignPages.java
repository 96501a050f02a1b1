package de.lokalwillkommen.web.security.shared;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rule by which the front and the applications tell whether a page of another site has caused a
 * request, by the headers that browsers send.
 */
public final class ForeignPages {

  /** The header in which browsers send the relation of the page's site to this one. */
  public static final String SITE = "Sec-Fetch-Site";

  /** The header in which browsers send the origin of the page. */
  public static final String ORIGIN = "Origin";

  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
  private static final String UNSAID = "null";

  private ForeignPages() {}

  /**
   * Whether a page of another site has caused a request that changes something or opens a socket.
   * Clients that are not browsers send none of the headers, and are harmless. Forms of our own
   * pages send the origin {@code null}, because the pages have no referrer; sockets never do.
   *
   * @param sites all values of {@link #SITE}
   * @param origins all values of {@link #ORIGIN}
   * @param socket whether the request opens a socket
   * @param isOwn whether an origin is that of this server
   */
  public static boolean haveSent(
      Collection<String> sites,
      Collection<String> origins,
      boolean socket,
      Predicate<String> isOwn) {
    return !OWN_SITES.containsAll(sites)
        || origins.stream()
            .anyMatch(origin -> origin.equals(UNSAID) ? socket : !isOwn.test(origin));
  }
}
