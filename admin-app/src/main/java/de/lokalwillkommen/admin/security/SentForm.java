package de.lokalwillkommen.admin.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A submitted form, checked for the fields that Faces and PrimeFaces add to forms: rendering fails
 * if they are missing or invalid. PrimeFaces' script adds its nonce to the forms of pages that have
 * the script; a form of a page without it gets a new nonce here.
 */
final class SentForm extends HttpServletRequestWrapper {

  private static final String VIEW_STATE = "jakarta.faces.ViewState";
  private static final String NO_STATE = "stateless";
  private static final String NONCE = "primefaces.nonce";
  private static final String IN_THE_BACKGROUND = "Faces-Request";
  private static final String BY_SCRIPT = "jakarta.faces.partial.ajax";

  private final String nonce;

  private SentForm(HttpServletRequest sent, String nonce) {
    super(sent);
    this.nonce = nonce;
  }

  /** Whether the form can come from a page of this application. */
  static boolean isOurs(HttpServletRequest sent) {
    String shown = sent.getParameter(NONCE);
    return NO_STATE.equals(sent.getParameter(VIEW_STATE))
        && (shown == null ? !isByScript(sent) : isNonce(shown));
  }

  /** The same form with a nonce added, if it has none. */
  static HttpServletRequest withNonce(HttpServletRequest sent) {
    return sent.getParameter(NONCE) == null ? new SentForm(sent, newNonce()) : sent;
  }

  private static boolean isByScript(HttpServletRequest sent) {
    return sent.getHeader(IN_THE_BACKGROUND) != null || sent.getParameter(BY_SCRIPT) != null;
  }

  private static String newNonce() {
    byte[] random = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(random);
  }

  private static boolean isNonce(String shown) {
    try {
      String text = new String(Base64.getDecoder().decode(shown), StandardCharsets.US_ASCII);
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException notOurs) {
      return false;
    }
  }

  @Override
  public String getParameter(String name) {
    return NONCE.equals(name) ? nonce : super.getParameter(name);
  }

  @Override
  public String[] getParameterValues(String name) {
    return NONCE.equals(name) ? new String[] {nonce} : super.getParameterValues(name);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> all = new HashMap<>(super.getParameterMap());
    all.put(NONCE, new String[] {nonce});
    return Collections.unmodifiableMap(all);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(getParameterMap().keySet());
  }
}
