package de.lokalwillkommen.server.front;

import de.lokalwillkommen.web.security.shared.ForeignPages;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The rules that a request's head must satisfy. All of them are checked before a byte of the body
 * is stored.
 */
final class HeadRules {

  private static final int BAD = 400;
  private static final int NOT_SIGNED_IN = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int TOO_LARGE = 413;
  private static final int ADDRESS_TOO_LONG = 414;
  private static final int MEDIA_TYPE = 415;
  private static final int NOT_IMPLEMENTED = 501;

  private static final int LONGEST_PATH = 2_048;

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** A host and perhaps a port, as in RFC 9110: a name, an IPv4 address or an IPv6 address. */
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  /**
   * What browsers encode, or an incomplete encoding, on which some applications fail. It is
   * searched for, since matching a long text as a whole takes as deep a stack.
   */
  private static final Pattern UNFIT_IN_QUERY =
      Pattern.compile("[^\\x21-\\x7E]|#|%(?![0-9A-Fa-f]{2})");

  private static final Pattern UNFIT_IN_PATH =
      Pattern.compile("^(?!/)|[;\\\\?\"<>^`{|}]|" + UNFIT_IN_QUERY.pattern());

  /**
   * Patterns that a proxy may read as another address: parameters, encoded separators, empty and
   * relative segments, control characters.
   */
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "(?i)//|%(?:2f|3b|5c|[01][0-9a-f]|7f)|/(?:\\.|%2e){1,2}(?:/|$)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]*)");
  private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii");
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final String SIGN_IN = "/admin/sign-in.xhtml";

  /** The pages of the administration that strangers may use. */
  private static final Set<String> FOR_STRANGERS =
      Set.of(
          SIGN_IN,
          "/admin/setup",
          "/admin/setup.xhtml",
          "/admin/invitation",
          "/admin/invitation.xhtml",
          "/admin/second-step",
          "/admin/second-step.xhtml",
          // of the identity provider, which signs what it says
          "/admin/back-channel-logout");

  private static final String SIGN_IN_CALL = "/admin/api/v1/session";
  private static final Pattern DEVICE_CALL =
      Pattern.compile("/kiosk/api/v1/(?:offices/[^/]+/(?:tickets|check-ins)|leases(?:/.*)?)");

  private final Optional<String> origin;
  private final boolean demo;

  /**
   * @param baseUrl where browsers reach the server, if the operator has named it
   * @param demo whether kiosks need no token
   */
  HeadRules(Optional<URI> baseUrl, boolean demo) {
    this.origin = baseUrl.map(HeadRules::originOf);
    this.demo = demo;
  }

  /** Why a request is refused; empty if it is accepted. */
  Optional<Rejection> check(Head head) {
    return framing(head)
        .or(() -> address(head))
        .or(() -> purpose(head, RequestArea.find(head.path()).orElseThrow()));
  }

  private Optional<Rejection> framing(Head head) {
    if (!METHODS.contains(head.method())) {
      return reject(NOT_IMPLEMENTED, Violation.METHOD);
    }
    List<String> hosts = head.all("Host");
    if (hosts.size() > 1
        || hosts.isEmpty() && !head.isHttp10()
        || hosts.stream().anyMatch(host -> !HOST.matcher(host).matches())) {
      return reject(BAD, Violation.HOST);
    }
    List<String> encodings = head.all("Transfer-Encoding");
    List<String> lengths = head.all("Content-Length");
    if (!encodings.isEmpty() && (!lengths.isEmpty() || head.isHttp10())
        || lengths.size() > 1
        || head.all("Content-Type").size() > 1
        || lengths.stream().anyMatch(length -> !LENGTH.matcher(length).matches())) {
      return reject(BAD, Violation.FRAMING);
    }
    if (encodings.size() > 1
        || encodings.stream().anyMatch(encoding -> !encoding.equalsIgnoreCase("chunked"))) {
      return reject(NOT_IMPLEMENTED, Violation.FRAMING);
    }
    return Optional.empty();
  }

  private static Optional<Rejection> address(Head head) {
    String path = head.path();
    if (path.length() > LONGEST_PATH) {
      return reject(ADDRESS_TOO_LONG, Violation.ADDRESS);
    }
    if (UNFIT_IN_PATH.matcher(path).find()
        || AMBIGUOUS.matcher(path).find()
        || UNFIT_IN_QUERY.matcher(head.query()).find()) {
      return reject(BAD, Violation.ADDRESS);
    }
    return RequestArea.find(path).isEmpty()
        ? Optional.of(Rejection.of(NOT_FOUND))
        : Optional.empty();
  }

  private Optional<Rejection> purpose(Head head, RequestArea area) {
    if (!area.methods().contains(head.method())) {
      return Optional.of(
          Rejection.of(
              METHOD_NOT_ALLOWED,
              Violation.METHOD,
              "Allow",
              String.join(", ", new TreeSet<>(area.methods()))));
    }
    boolean changes = !READING.contains(head.method());
    boolean socket = area == RequestArea.SOCKET;
    if ((changes || socket) && isForeign(head, socket)) {
      return reject(FORBIDDEN, Violation.FOREIGN_PAGE);
    }
    return body(head, area).or(() -> changes ? credential(head, area) : Optional.empty());
  }

  private static Optional<Rejection> body(Head head, RequestArea area) {
    String type = head.find("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    String essence = type.split(";", 2)[0].strip();
    boolean encoded =
        head.all("Content-Encoding").stream().anyMatch(e -> !e.equalsIgnoreCase("identity"));
    boolean foreignForm =
        area.hasPages() && head.hasBody() && !essence.isEmpty() && !essence.equals(FORM);
    if (essence.startsWith("multipart/")
        || encoded
        || foreignForm
        || CHARSET.matcher(type).results().anyMatch(c -> !CHARSETS.contains(c.group(1)))) {
      return reject(MEDIA_TYPE, Violation.MEDIA_TYPE);
    }
    boolean tooLarge =
        head.all("Content-Length").stream()
            .anyMatch(length -> Long.parseLong(length) > area.mostBytes());
    return tooLarge ? reject(TOO_LARGE, Violation.LENGTH) : Optional.empty();
  }

  /** Refuses requests without any credentials where some are required. */
  private Optional<Rejection> credential(Head head, RequestArea area) {
    boolean bearer = !head.all("Authorization").isEmpty();
    String path = head.path();
    if (path.startsWith("/admin/") && !FOR_STRANGERS.contains(path)) {
      boolean signingIn = path.equals(SIGN_IN_CALL) && head.method().equals("POST");
      boolean claims =
          bearer || RequestCredentials.hasCookie(head, RequestCredentials.SIGN_IN_COOKIES);
      if (!signingIn && !claims) {
        return area == RequestArea.API
            ? Optional.of(notSignedIn(Violation.NO_SIGN_IN))
            : Optional.of(toSignIn(head));
      }
    }
    return needsDevice(path) && !bearer
        ? Optional.of(notSignedIn(Violation.NO_DEVICE))
        : Optional.empty();
  }

  /** Whether only a device may call this. */
  private boolean needsDevice(String path) {
    return !demo && DEVICE_CALL.matcher(path).matches();
  }

  private static Rejection notSignedIn(Violation offence) {
    return Rejection.of(NOT_SIGNED_IN, offence, "WWW-Authenticate", "Bearer");
  }

  /** A form is redirected to the sign-in; a script in a page is told to reload the page instead. */
  private static Rejection toSignIn(Head head) {
    return head.find("Faces-Request").isPresent()
        ? notSignedIn(Violation.NO_SIGN_IN)
        : Rejection.of(303, Violation.NO_SIGN_IN, "Location", SIGN_IN);
  }

  private boolean isForeign(Head head, boolean socket) {
    return ForeignPages.haveSent(
        head.all(ForeignPages.SITE),
        head.all(ForeignPages.ORIGIN),
        socket,
        origin -> isOwn(origin, head));
  }

  /**
   * The server's origin is the address that the operator has configured, or else the requested
   * host.
   */
  private boolean isOwn(String sent, Head head) {
    String authority = sent.replaceFirst("^https?://", "");
    boolean asked = head.find("Host").filter(authority::equalsIgnoreCase).isPresent();
    return origin.map(sent::equalsIgnoreCase).orElse(asked);
  }

  /** Normalised as in browsers: without the default port. */
  private static String originOf(URI url) {
    boolean usual =
        url.getPort() < 0 || url.getPort() == (url.getScheme().equals("https") ? 443 : 80);
    return url.getScheme() + "://" + url.getHost() + (usual ? "" : ":" + url.getPort());
  }

  private static Optional<Rejection> reject(int status, Violation offence) {
    return Optional.of(Rejection.of(status, offence));
  }
}
