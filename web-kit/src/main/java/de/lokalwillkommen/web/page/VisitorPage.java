package de.lokalwillkommen.web.page;

/**
 * The address of a page that visitors open on their own devices, by a link or a QR code. Such
 * addresses leave the server in letters and on paper, so they never change.
 *
 * @param path the path inside the application of the kiosks, with a slash before it
 */
public record VisitorPage(String path) {

  /** The path under which the server offers the application of the kiosks. */
  public static final String KIOSKS = "/kiosk";

  /** The path under which the server offers the application of the displays. */
  static final String DISPLAYS = "/display";

  private static final String CANCELLING = "?step=cancel";

  /**
   * The page of a ticket.
   *
   * @param token of the ticket
   */
  public static VisitorPage ticket(String token) {
    return new VisitorPage("/t/" + token);
  }

  /**
   * The page of an appointment.
   *
   * @param code the booking code
   */
  public static VisitorPage appointment(String code) {
    return new VisitorPage("/a/" + code);
  }

  /**
   * The page of a place on the waitlist.
   *
   * @param code the booking code
   */
  public static VisitorPage waitlist(String code) {
    return new VisitorPage("/w/" + code);
  }

  /**
   * The page of an offer of an earlier time.
   *
   * @param token of the offer
   */
  public static VisitorPage offer(String token) {
    return new VisitorPage("/o/" + token);
  }

  /** The path on the server, with that of the application. */
  public String onServer() {
    return under(KIOSKS);
  }

  /**
   * The path on the server.
   *
   * @param context the context path of the application of the kiosks
   */
  public String under(String context) {
    return context + path;
  }

  /**
   * The address at which the page of an appointment asks whether to cancel it.
   *
   * @param page the address of the page
   */
  public static String cancelling(String page) {
    return page + CANCELLING;
  }
}
