package de.lokalwillkommen.admin.security;

import de.lokalwillkommen.core.kernel.Refusal;
import de.lokalwillkommen.core.kernel.Refusal.Kind;
import de.lokalwillkommen.core.staff.Right;
import de.lokalwillkommen.core.staff.SignedIn;
import de.lokalwillkommen.web.page.OwnAddress;
import de.lokalwillkommen.web.security.SecurityLog;
import de.lokalwillkommen.web.security.shared.SecurityEvent;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * The gate that every request of this application passes. Closed by default: strangers reach the
 * sign-in and the assets, nothing else. A request that changes something, or opens a socket, must
 * not come from another site's page; if the browser sends the sign-in as a cookie, the request must
 * also contain the secret that only this application's pages know. Form parameters count only if
 * they were posted, and only from a form of this application. Every refusal is written to the
 * security log.
 */
public class AccessGate implements Filter {

  /** The header with the secret of this application's pages. */
  static final String HEADER = "X-CSRF-Token";

  /** The form field with the secret of this application's pages. */
  static final String FIELD = "csrf";

  /** The parameters by which Faces recognises a submitted form, or a request of a page's script. */
  private static final String VIEW_STATE = "jakarta.faces.ViewState";

  private static final String IN_THE_BACKGROUND = "Faces-Request";

  private static final String SENDING = "POST";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final Refusal NOT_SIGNED_IN = Refusal.of(Kind.NOT_SIGNED_IN, "signIn.needed");
  private static final Refusal NOT_LET_IN = Refusal.of(Kind.NOT_ALLOWED, "signIn.needed");
  private static final Refusal NOT_FROM_HERE = Refusal.of(Kind.NOT_ALLOWED, "signIn.csrf");
  private static final Refusal NOT_YOURS = Refusal.of(Kind.NOT_ALLOWED, "signIn.notYours");
  private static final Refusal NO_PAGE = Refusal.of(Kind.UNKNOWN, "problem.page.404");
  private static final Refusal NO_CALL = Refusal.of(Kind.UNKNOWN, "request.unknownCall");
  private static final Refusal NO_COUNTER = Refusal.of(Kind.NOT_ALLOWED, "signIn.noCounter");
  private static final Refusal OTHER_OFFICE = Refusal.of(Kind.NOT_ALLOWED, "signIn.otherOffice");

  @Inject private Rejections turning;
  @Inject private SecurityLog log;

  public AccessGate() {}

  AccessGate(Rejections turning, SecurityLog log) {
    this.turning = turning;
    this.log = log;
  }

  @Override
  public void doFilter(
      ServletRequest plainRequest, ServletResponse plainResponse, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) plainRequest;
    HttpServletResponse response = (HttpServletResponse) plainResponse;
    request.setCharacterEncoding(StandardCharsets.UTF_8.name());
    AccessArea area = AccessArea.of(request);
    if (!area.isForPrograms() && isCommandByAnotherMethod(request)) {
      response.setHeader("Allow", "GET, HEAD, POST");
      // not sendError: Faces renders the error page and would execute the command
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    Optional<Refusal> objection = objection(request, area);
    if (objection.isPresent()) {
      note(objection.get(), request);
      turning.away(objection.get(), area, request, response);
    } else if (area.isForPrograms() || !SENDING.equals(request.getMethod())) {
      chain.doFilter(request, response);
    } else if (SentForm.isOurs(request)) {
      chain.doFilter(SentForm.withNonce(request), response);
    } else {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  private static Optional<Refusal> objection(HttpServletRequest request, AccessArea area) {
    Optional<CurrentUser.Caller> me = CurrentUser.Caller.in(request);
    boolean changes = changes(request);
    boolean socket = area == AccessArea.SOCKET;
    if ((changes || socket) && OwnAddress.isForeign(request, socket)) {
      return Optional.of(NOT_FROM_HERE);
    }
    if (area.isOpen()) {
      return Optional.empty();
    }
    if (me.isEmpty()) {
      return Optional.of(socket ? NOT_LET_IN : NOT_SIGNED_IN);
    }
    if (changes && me.get().byCookie() && !carries(request, me.get().who().csrf())) {
      return Optional.of(NOT_FROM_HERE);
    }
    if (area == AccessArea.UNKNOWN_CALL) {
      return Optional.of(NO_CALL);
    }
    Optional<Right> right = area.findRight();
    if (right.isPresent() && !me.get().who().may(right.get())) {
      return Optional.of(right.get() == Right.SERVE_VISITORS ? NO_COUNTER : NOT_YOURS);
    }
    if (area.isOfOneOffice() && !mayWatch(me.get().who(), officeOf(request))) {
      return Optional.of(OTHER_OFFICE);
    }
    return area == AccessArea.PAGE
        ? objectionToPage(AccessArea.pathOf(request), me.get().who())
        : Optional.empty();
  }

  /** The line of an office is watched by those who work there and by those who lead its day. */
  private static boolean mayWatch(SignedIn who, String office) {
    return who.worksIn(office) || who.may(Right.LEAD_DAY, office);
  }

  /** Pages of a section take the right of that section; a page that is named nowhere is closed. */
  private static Optional<Refusal> objectionToPage(String path, SignedIn who) {
    Optional<Section> section = Section.find(path);
    if (section.isEmpty()) {
      return Section.isForAll(path) ? Optional.empty() : Optional.of(NO_PAGE);
    }
    return section.get().admits(who) ? Optional.empty() : Optional.of(NOT_YOURS);
  }

  /**
   * Refuses form parameters in a link: Faces executes a form's command with any method, so a link
   * could give commands without the secret. This application's pages send no such links.
   */
  private static boolean isCommandByAnotherMethod(HttpServletRequest request) {
    return !SENDING.equals(request.getMethod())
        && (request.getHeader(IN_THE_BACKGROUND) != null
            || request.getParameter(VIEW_STATE) != null);
  }

  /** Logs the refusal; a stranger who is redirected to the sign-in is not logged. */
  private void note(Refusal refusal, HttpServletRequest request) {
    Optional<String> who = CurrentUser.Caller.in(request).map(me -> me.who().login());
    if (refusal.equals(NOT_FROM_HERE)) {
      log.write(SecurityEvent.NOT_FROM_OUR_PAGE, who, refusal.key(), request);
    } else if (who.isPresent() && refusal.kind() != Kind.UNKNOWN) {
      log.write(SecurityEvent.NOT_ALLOWED, who, refusal.key(), request);
    }
  }

  private static boolean changes(HttpServletRequest request) {
    return !READING.contains(request.getMethod());
  }

  private static boolean carries(HttpServletRequest request, String csrf) {
    String header = request.getHeader(HEADER);
    String shown = header == null && isForm(request) ? request.getParameter(FIELD) : header;
    return shown != null
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8), csrf.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether the body is a form: reading parameters of another body might consume it before its
   * reader.
   */
  private static boolean isForm(HttpServletRequest request) {
    return request.getContentType() != null && request.getContentType().startsWith(FORM);
  }

  private static String officeOf(HttpServletRequest request) {
    String path = AccessArea.pathOf(request);
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
